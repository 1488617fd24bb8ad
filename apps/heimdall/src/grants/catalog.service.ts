import { DomainError, NotFound, ValidationFailed } from '@dataos/contracts-core';
import { type AtomView, InUse, type ProviderDetail, type ProviderInput, type ProviderView, type UseCaseInput, type UseCaseView, VocabularyChanged } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { expand, unboundOf, type UseCaseFacts, variablesOf } from './compile.js';
import { AtomRow, ProviderRow, UseCaseRow } from './grant.entity.js';
import { GrantsService } from './grants.service.js';
import { toAtom, toProvider, toUseCase } from './views.js';

/** Providers with their atoms, and the use-cases made of them. */
@Injectable()
export class CatalogService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly grants: GrantsService) {}

  async atoms(): Promise<AtomView[]> {
    return (await this.dataSource.manager.find(AtomRow, { order: { id: 'ASC' } })).map(toAtom);
  }

  async atom(id: string): Promise<AtomView> {
    const row = await this.dataSource.manager.findOneBy(AtomRow, { id });
    if (!row) throw new DomainError(NotFound, `There is no atom ${id}.`);
    return toAtom(row);
  }

  async providers(): Promise<ProviderView[]> {
    return (await this.dataSource.manager.find(ProviderRow, { order: { id: 'ASC' } })).map(toProvider);
  }

  async provider(id: string, tx: EntityManager = this.dataSource.manager): Promise<ProviderDetail> {
    const row = await tx.findOneBy(ProviderRow, { id });
    if (!row) throw new DomainError(NotFound, `There is no provider ${id}.`);
    const atoms = await tx.find(AtomRow, { where: { providerId: id }, order: { id: 'ASC' } });
    return { ...toProvider(row), authorization_atoms: atoms.map(toAtom) };
  }

  /** Replaces a provider; grants on its atoms follow in the same transaction, or nothing happens. */
  async putProvider(input: ProviderInput, by: string): Promise<ProviderDetail> {
    const ids = input.authorization_atoms.map((atom) => atom.id);
    if (new Set(ids).size < ids.length) throw invalid('authorization_atoms', 'an atom is named twice');
    return this.dataSource.transaction(async (tx) => {
      await this.grants.lockCatalog(tx);
      const known = await tx.findOneBy(ProviderRow, { id: input.id });
      refuseShipped(known, `provider ${input.id}`);
      const foreign = (await tx.findBy(AtomRow, { id: In(ids) })).find((atom) => atom.providerId !== input.id);
      if (foreign) throw new DomainError(InUse, `The atom ${foreign.id} belongs to the provider ${foreign.providerId}; ids of atoms are unique.`, { users: [foreign.providerId] });
      const before = await tx.findBy(AtomRow, { providerId: input.id });
      await this.refuseUsed(tx, before.filter((atom) => !ids.includes(atom.id)).map((atom) => atom.id));
      const now = new Date();
      await tx.save(ProviderRow, { id: input.id, name: input.name, version: input.version ?? '', description: input.description ?? '', builtIn: false, createdAt: known?.createdAt ?? now, updatedAt: now });
      await tx.delete(AtomRow, { providerId: input.id });
      await tx.insert(AtomRow, input.authorization_atoms.map((atom) => ({
        id: atom.id, providerId: input.id, description: atom.description ?? '', predicate: atom.predicate, tags: atom.tags ?? [], paths: atom.paths ?? [],
        createdAt: before.find((one) => one.id === atom.id)?.createdAt ?? now, updatedAt: now,
      })));
      await this.outbox.append(tx, VocabularyChanged, input.id, { kind: 'provider', id: input.id, change: known ? 'updated' : 'created', by });
      await this.grants.recompile(tx, await this.grants.useCasesOf(tx, ids), by);
      return this.provider(input.id, tx);
    });
  }

  async deleteProvider(id: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.grants.lockCatalog(tx);
      const { authorization_atoms } = await this.provider(id, tx);
      refuseShipped(await tx.findOneBy(ProviderRow, { id }), `provider ${id}`);
      await this.refuseUsed(tx, authorization_atoms.map((atom) => atom.id));
      await tx.delete(AtomRow, { providerId: id });
      await tx.delete(ProviderRow, { id });
      await this.outbox.append(tx, VocabularyChanged, id, { kind: 'provider', id, change: 'deleted', by });
    });
  }

  async useCases(): Promise<UseCaseView[]> {
    const { atoms, facts, rows } = await this.load();
    return rows.map((row) => viewOf(row, facts, atoms));
  }

  async useCase(id: string, tx: EntityManager = this.dataSource.manager): Promise<UseCaseView> {
    const { atoms, facts, rows } = await this.load(tx);
    const row = rows.find((one) => one.id === id);
    if (!row) throw new DomainError(NotFound, `There is no use-case ${id}.`);
    return viewOf(row, facts, atoms);
  }

  async putUseCase(input: UseCaseInput, by: string): Promise<UseCaseView> {
    return this.dataSource.transaction(async (tx) => {
      await this.grants.lockCatalog(tx);
      const { atoms, facts, rows } = await this.load(tx);
      const known = rows.find((row) => row.id === input.id);
      refuseShipped(known, `use-case ${input.id}`);
      const missing = (input.authorization_atoms ?? []).findIndex((atom) => !atoms.has(atom));
      if (missing >= 0) throw invalid(`authorization_atoms/${missing}`, `there is no atom ${input.authorization_atoms?.[missing]}`);
      const next = { id: input.id, atoms: [...new Set(input.authorization_atoms ?? [])], useCases: [...new Set(input.use_cases ?? [])], values: input.values ?? [] };
      const whole = expand(input.id, new Map([...facts, [input.id, next]]));
      if ('fault' in whole) throw invalid('use_cases', whole.fault);
      const stray = next.values.findIndex((value) => !whole.atoms.includes(value.authorization_atom_id));
      if (stray >= 0) throw invalid(`values/${stray}/authorization_atom_id`, 'is no atom of this use-case');
      const now = new Date();
      await tx.save(UseCaseRow, {
        ...next, name: input.name ?? input.id, description: input.description ?? '', category: input.category ?? '', builtIn: false, createdAt: known?.createdAt ?? now, updatedAt: now,
      } as never);
      await this.outbox.append(tx, VocabularyChanged, input.id, { kind: 'use-case', id: input.id, change: known ? 'updated' : 'created', by });
      await this.grants.recompile(tx, await this.grants.holdersOf(tx, input.id), by);
      return this.useCase(input.id, tx);
    });
  }

  async deleteUseCase(id: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.grants.lockCatalog(tx);
      await this.useCase(id, tx);
      refuseShipped(await tx.findOneBy(UseCaseRow, { id }), `use-case ${id}`);
      const holders = (await this.grants.holdersOf(tx, id)).filter((one) => one !== id);
      const granted = await this.grants.grantsOf(tx, [id]);
      const users = [...holders, ...granted.map((grant) => `grant ${grant.id}`)];
      if (users.length > 0) throw new DomainError(InUse, `The use-case ${id} is needed by ${users.slice(0, 5).join(', ')}.`, { users });
      await tx.delete(UseCaseRow, { id });
      await this.outbox.append(tx, VocabularyChanged, id, { kind: 'use-case', id, change: 'deleted', by });
    });
  }

  private async refuseUsed(tx: EntityManager, atoms: readonly string[]): Promise<void> {
    const users = (await tx.find(UseCaseRow)).filter((useCase) => useCase.atoms.some((atom) => atoms.includes(atom))).map((useCase) => useCase.id);
    if (users.length > 0) throw new DomainError(InUse, `The use-cases ${users.slice(0, 5).join(', ')} need atoms that would go.`, { users });
  }

  private async load(tx: EntityManager = this.dataSource.manager): Promise<{ rows: UseCaseRow[]; facts: Map<string, UseCaseFacts>; atoms: Map<string, AtomRow> }> {
    const rows = await tx.find(UseCaseRow, { order: { id: 'ASC' } });
    const atoms = await tx.find(AtomRow);
    return { rows, facts: new Map(rows.map((row) => [row.id, row])), atoms: new Map(atoms.map((atom) => [atom.id, atom])) };
  }
}

function refuseShipped(row: { builtIn: boolean } | null | undefined, what: string): void {
  if (row?.builtIn) throw new DomainError(InUse, `The ${what} belongs to the platform.`, {});
}

const invalid = (field: string, message: string): DomainError => new DomainError(ValidationFailed, `The definition does not fit: ${message}.`, { errors: [{ pointer: `/body/${field}`, message }] });

function viewOf(row: UseCaseRow, facts: ReadonlyMap<string, UseCaseFacts>, atoms: ReadonlyMap<string, AtomRow>): UseCaseView {
  const whole = expand(row.id, facts);
  const found = 'fault' in whole ? [] : whole.atoms.flatMap((id) => atoms.get(id) ?? []);
  return toUseCase(row, found, unboundOf(found.filter((atom) => variablesOf(atom).length > 0), 'fault' in whole ? [] : whole.values));
}
