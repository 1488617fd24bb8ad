import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AtomRow, ProviderRow, UseCaseRow } from './grant.entity.js';
import { SHIPPED_PROVIDERS, SHIPPED_USE_CASES } from './shipped.js';

/** Brings what the platform lets be granted to what the code says; what others made under the same id is left alone. */
@Injectable()
export class ShippedService {
  async seed(tx: EntityManager): Promise<void> {
    const now = new Date();
    for (const { atoms, id, name } of SHIPPED_PROVIDERS) {
      const known = await tx.findOneBy(ProviderRow, { id });
      if (known && !known.builtIn) continue;
      await tx.save(ProviderRow, { id, name, version: '1', description: 'Belongs to the platform', builtIn: true, createdAt: known?.createdAt ?? now, updatedAt: known?.updatedAt ?? now });
      for (const atom of atoms) {
        const before = await tx.findOneBy(AtomRow, { id: atom.id });
        if (before && before.providerId !== id) continue;
        await tx.save(AtomRow, { ...atom, tags: [...atom.tags], paths: [...atom.paths], providerId: id, createdAt: before?.createdAt ?? now, updatedAt: before?.updatedAt ?? now });
      }
    }
    for (const { atoms, category, id, name, useCases = [] } of SHIPPED_USE_CASES) {
      const known = await tx.findOneBy(UseCaseRow, { id });
      if (known && !known.builtIn) continue;
      await tx.save(UseCaseRow, {
        id, name, category, description: '', atoms: [...atoms], useCases: [...useCases], values: [], builtIn: true, createdAt: known?.createdAt ?? now, updatedAt: known?.updatedAt ?? now,
      } as never);
    }
  }
}
