import { DomainError } from '@dataos/contracts-core';
import { isWorkspaceType, ResourceChanged, ResourceDeleted, ResourceDeleting, ResourceOwnedByBundle } from '@dataos/contracts-poros';
import { Jobs, Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import type { Checked } from '../manifests/manifest.js';
import { referencesOf } from '../manifests/references.js';
import { acceptedState, deletingState, type State } from '../reconcile/state.js';
import { RunRow } from '../runs/run.entity.js';
import { ResourceRow } from './resource.entity.js';
import { factsOf, idOf, statusFacts } from './resource.view.js';

/** What to store: `manifest` is already without secret values. */
export interface Declaration { readonly checked: Checked; readonly manifest: Record<string, unknown>; readonly owner: string; readonly bundle?: string }
export type Outcome = 'created' | 'updated' | 'unchanged';
type Key = Pick<ResourceRow, 'type' | 'name' | 'workspace'>;

/** Keeps manifests. Each change, the event that tells of it and the job that makes it true are one transaction. */
@Injectable()
export class ResourceStore {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly jobs: Jobs) {}

  private get rows() { return this.dataSource.getRepository(ResourceRow); }

  find(uid: string): Promise<ResourceRow | null> { return this.rows.findOneBy({ uid }); }
  findByKey(key: Key): Promise<ResourceRow | null> { return this.rows.findOneBy({ type: key.type, name: key.name, workspace: key.workspace }); }
  list(where: Partial<Key>): Promise<ResourceRow[]> { return this.rows.find({ where, order: { type: 'ASC', workspace: 'ASC', name: 'ASC' } }); }
  members(bundle: string): Promise<ResourceRow[]> { return this.rows.findBy({ bundle }); }
  others(uid: string): Promise<ResourceRow[]> { return this.rows.findBy({ uid: Not(uid) }); }

  /** Ids by uid, for those that exist. */
  async idsOf(uids: readonly (string | null)[]): Promise<Map<string, string>> {
    const wanted = uids.filter((uid) => uid !== null);
    return new Map(wanted.length === 0 ? [] : (await this.rows.findBy({ uid: In(wanted) })).map((row) => [row.uid, idOf(row)]));
  }

  /** Creates or updates; the same manifest again changes nothing, so nobody is told. */
  async put(tx: EntityManager, { checked, manifest, owner, bundle }: Declaration): Promise<{ outcome: Outcome; row: ResourceRow }> {
    const key = { type: checked.type, name: checked.name, workspace: isWorkspaceType(checked.type) ? (checked.workspace ?? '') : '' };
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [JSON.stringify(key)]);
    const known = await tx.findOneBy(ResourceRow, key);
    if (known?.deletingAt) throw new DomainError(ResourceDeleting, `${idOf(known)} is being deleted; apply it once it is gone.`, { id: idOf(known) });
    if (known?.bundle && bundle !== undefined && known.bundle !== bundle) {
      const maker = await tx.findOneBy(ResourceRow, { uid: known.bundle });
      if (maker !== null) throw new DomainError(ResourceOwnedByBundle, `${idOf(known)} is made by ${idOf(maker)}.`, { id: idOf(known), bundle: idOf(maker) });
    }
    const adopted = bundle ?? known?.bundle ?? null;
    if (known !== null && isDeepStrictEqual(known.manifest, JSON.parse(JSON.stringify(manifest)))) {
      if (known.bundle !== adopted) await tx.update(ResourceRow, { uid: known.uid }, { bundle: adopted });
      if (known.state.aggregate !== 'active') await this.wake(tx, known.uid);
      return { outcome: 'unchanged', row: { ...known, bundle: adopted } };
    }
    const now = new Date();
    const generation = (known?.generation ?? 0) + 1;
    const row: ResourceRow = {
      ...key, uid: known?.uid ?? randomUUID(), version: checked.version, owner, manifest, refs: referencesOf(checked), generation, bundle: adopted,
      state: acceptedState(generation, now, known?.state), failures: 0, nextRunAt: null, deletingAt: null, createdAt: known?.createdAt ?? now, updatedAt: now,
    };
    await tx.upsert(ResourceRow, row as never, ['uid']);
    const outcome = known === null ? 'created' : 'updated';
    await this.outbox.append(tx, ResourceChanged, idOf(row), { ...factsOf(row), change: outcome, status: statusFacts(row) });
    await this.wake(tx, row.uid);
    return { outcome, row };
  }

  /** Marks for deletion; what the resource made is taken back first, then it goes. */
  async markDeleting(tx: EntityManager, row: ResourceRow): Promise<ResourceRow> {
    if (row.deletingAt !== null) return row;
    const now = new Date();
    const changed = { ...row, deletingAt: now, failures: 0, state: deletingState(row.state, 'deletion requested', row.generation, now) };
    await tx.update(ResourceRow, { uid: row.uid }, { deletingAt: now, failures: 0, state: changed.state as never });
    await this.outbox.append(tx, ResourceChanged, idOf(row), { ...factsOf(row), change: 'status', status: statusFacts(changed) });
    await this.wake(tx, row.uid);
    return changed;
  }

  /** Records what was seen of `row`; not of a manifest that changed meanwhile. `againInMs` looks again. */
  async record(row: ResourceRow, state: State, { failures, againInMs, nextRunAt }: { failures: number; againInMs?: number | undefined; nextRunAt?: Date | null }): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const current = await tx.findOne(ResourceRow, { where: { uid: row.uid }, lock: { mode: 'pessimistic_write' } });
      if (current === null) return;
      const stale = current.generation !== row.generation || (current.deletingAt === null) !== (row.deletingAt === null);
      if (stale) return this.wake(tx, row.uid);
      if (!isDeepStrictEqual(current.state, JSON.parse(JSON.stringify(state))) || current.failures !== failures) {
        await tx.update(ResourceRow, { uid: row.uid }, { state: state as never, failures });
      }
      if (nextRunAt !== undefined) await tx.update(ResourceRow, { uid: row.uid }, { nextRunAt });
      if (current.state.aggregate !== state.aggregate || current.state.runtime !== state.runtime) {
        const changed = { ...current, state };
        await this.outbox.append(tx, ResourceChanged, idOf(changed), { ...factsOf(changed), change: 'status', status: statusFacts(changed) });
        if (current.bundle !== null) await this.wake(tx, current.bundle);
      }
      if (againInMs !== undefined) await this.wake(tx, row.uid, againInMs);
    });
  }

  /** The end of a deletion. */
  async remove(row: ResourceRow): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.delete(RunRow, { resource: row.uid });
      const { affected } = await tx.delete(ResourceRow, { uid: row.uid });
      if (affected !== 1) return;
      await this.outbox.append(tx, ResourceDeleted, idOf(row), factsOf(row));
      if (row.bundle !== null) await this.wake(tx, row.bundle);
    });
  }

  /** Has the resource looked at now, or also later; many calls are one look. A later look never delays an earlier one. */
  async wake(tx: EntityManager, uid: string, inMs = 0): Promise<void> {
    await this.jobs.enqueue(tx, 'reconcile', { uid }, { key: inMs === 0 ? `reconcile:${uid}` : `look-again:${uid}`, runAt: new Date(Date.now() + inMs) });
  }

  /** Has every resource looked at: what changed while this service was away is found. */
  async wakeAll(): Promise<void> {
    const rows = await this.rows.find({ select: { uid: true } });
    for (const { uid } of rows) await this.wake(this.dataSource.manager, uid);
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> { return this.dataSource.transaction(work); }
}
