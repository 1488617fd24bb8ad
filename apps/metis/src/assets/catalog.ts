import { AssetChanged, AssetCreated, AssetDeleted } from '@dataos/contracts-metis';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { vectorOf } from '../search/text-search.js';
import { AssetRow } from './asset.entity.js';
import { type AssetState, changesBetween, descriptionOf, factsOf, NEVER_SEEN, observe, type Sighting, withTags } from './asset-state.js';

export type Outcome = 'created' | 'changed' | 'unchanged';
export interface Sight { readonly sighting: Sighting; readonly rowEstimate?: string | undefined; readonly scan?: string }

/** The only writer of assets: keeps row, generation, search words and events together, and writes an event only for a real change. */
@Injectable()
export class Catalog {
  constructor(private readonly outbox: Outbox) {}

  /** Takes the lock under which new assets of `scope` (a depot, a product) may appear. Held until the transaction ends. */
  async lock(tx: EntityManager, scope: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(71201, hashtext($1))', [scope]);
  }

  /** The assets that exist of `ids`, locked in one order so that two writers never wait for each other. */
  async load(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AssetRow>> {
    const rows = await tx.find(AssetRow, { where: { id: In([...ids]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Records that an asset was seen. The caller holds the lock of its scope. */
  async see(tx: EntityManager, stored: AssetRow | undefined, { sighting, rowEstimate, scan }: Sight): Promise<Outcome> {
    const now = await clock(tx);
    const state = observe(stored, sighting);
    const sight = { lastSeen: now, scan: scan ?? null, rowEstimate: rowEstimate ?? null };
    if (stored === undefined || stored.vanishedAt !== null) {
      const generation = (stored?.generation ?? 0) + 1;
      await this.save(tx, state, { ...sight, generation, firstSeen: stored?.firstSeen ?? now, changedAt: now, vanishedAt: null });
      await this.outbox.append(tx, AssetCreated, state.id, { ...factsOf(state), generation });
      return 'created';
    }
    const changed = changesBetween(stored, state);
    if (changed.length === 0) {
      await tx.update(AssetRow, { id: stored.id }, sight);
      return 'unchanged';
    }
    await this.save(tx, state, { ...sight, generation: stored.generation + 1, firstSeen: stored.firstSeen, changedAt: now, vanishedAt: null });
    await this.announce(tx, state, changed, stored.generation + 1);
    return 'changed';
  }

  /** Records what a user says; answers with the row as it is then. */
  async edit(tx: EntityManager, stored: AssetRow, state: AssetState): Promise<AssetRow> {
    const changed = changesBetween(stored, state);
    const generation = stored.generation + (changed.length === 0 ? 0 : 1);
    const changedAt = changed.length === 0 ? stored.changedAt : await clock(tx);
    const { firstSeen, lastSeen, scan, rowEstimate, vanishedAt } = stored;
    await this.save(tx, state, { firstSeen, lastSeen, scan, rowEstimate, vanishedAt, generation, changedAt });
    if (changed.length > 0) await this.announce(tx, state, changed, generation);
    return { ...stored, ...state, generation, changedAt };
  }

  /** Keeps tags for an asset that no scan has seen: until one does, only who protects data is told of it. Names that suggest tags suggest them here already. */
  async expect(tx: EntityManager, sighting: Sighting, columnTags: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const now = await clock(tx);
    const suggested = observe(undefined, { ...sighting, columns: Object.keys(columnTags).map((name) => ({ name, type: '', nullable: true })) });
    const columns = Object.fromEntries(Object.entries(columnTags).map(([name, tags]) => [name, [...tags, ...(suggested.columnTags[name] ?? [])]]));
    const state = withTags({ ...suggested, columns: [] }, { columns });
    await this.save(tx, state, { firstSeen: now, lastSeen: now, scan: null, rowEstimate: null, generation: NEVER_SEEN, changedAt: now, vanishedAt: now });
  }

  /** Marks an asset as gone; it keeps its words and tags. */
  async vanish(tx: EntityManager, stored: AssetRow): Promise<void> {
    if (stored.vanishedAt !== null) return;
    const now = await clock(tx);
    const generation = stored.generation + 1;
    await tx.update(AssetRow, { id: stored.id }, { vanishedAt: now, changedAt: now, generation });
    const { id, kind, name } = stored;
    await this.outbox.append(tx, AssetDeleted, id, { id, kind, name, generation });
  }

  private async announce(tx: EntityManager, state: AssetState, changed: string[], generation: number): Promise<void> {
    await this.outbox.append(tx, AssetChanged, state.id, { ...factsOf(state), changed, generation });
  }

  private async save(tx: EntityManager, state: AssetState, rest: Omit<AssetRow, keyof AssetState | 'search'>): Promise<void> {
    const tags = [...state.tags, ...state.columns.flatMap(({ name }) => state.columnTags[name] ?? [])];
    const search = vectorOf({ id: state.id, name: state.name, columns: state.columns.map(({ name }) => name), tags, description: descriptionOf(state) });
    await tx.upsert(AssetRow, { ...state, ...rest, search } as never, ['id']);
  }
}

/** The time of the transaction by the database's clock, as JavaScript can hold it. All times of assets and scans come from here. */
export async function clock(tx: EntityManager): Promise<Date> {
  const rows = (await tx.query("SELECT date_trunc('milliseconds', now()) AS now")) as { now: Date }[];
  return rows[0]?.now ?? new Date();
}
