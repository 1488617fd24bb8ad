import { DomainError, NotFound } from '@dataos/contracts-core';
import { DataPolicyChanged, PolicyChanged, type PolicyInput, type PolicyView, SystemPolicy } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { canonical } from '../audit/chain.js';
import type { CompiledRule } from '../grants/compile.js';
import { ExpectationsService } from './expectations.service.js';
import { PolicyRow } from './policy.entity.js';
import { SYSTEM_POLICIES } from './system-policies.js';
import { toPolicyView } from './views.js';

/** Keeps access and data policies: one store, in force at the next decision of every replica. */
@Injectable()
export class PoliciesService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly expectations: ExpectationsService) {}

  async list(kind?: 'access' | 'data'): Promise<PolicyView[]> {
    return (await this.rows(kind)).map(toPolicyView);
  }

  rows(kind?: 'access' | 'data', page: { skip?: number; take?: number } = {}): Promise<PolicyRow[]> {
    return this.dataSource.manager.find(PolicyRow, { ...(kind ? { where: { kind } } : {}), order: { name: 'ASC' }, ...page });
  }

  byNames(names: readonly string[]): Promise<PolicyRow[]> {
    return this.dataSource.manager.findBy(PolicyRow, { name: In([...names]) });
  }

  count(kind: 'access' | 'data'): Promise<number> {
    return this.dataSource.manager.countBy(PolicyRow, { kind });
  }

  async get(name: string): Promise<PolicyView> {
    return toPolicyView(await this.row(name));
  }

  async put(name: string, input: PolicyInput, by: string): Promise<PolicyView> {
    const row = await this.dataSource.transaction(async (tx) => {
      const known = await locked(tx, name);
      refuseForeign(name, known);
      const next = rowOf(name, input, by, known);
      if (known && sameRule(known, next)) return known;
      await tx.save(PolicyRow, next);
      await this.changed(tx, next, known ? 'updated' : 'created', by);
      await this.expectations.require(tx);
      return next;
    });
    return toPolicyView(row);
  }

  async delete(name: string, by: string, kind?: 'data'): Promise<PolicyRow> {
    return this.dataSource.transaction(async (tx) => {
      const known = await locked(tx, name);
      if (!known || (kind && known.kind !== kind)) throw missing(name);
      refuseForeign(name, known);
      await tx.delete(PolicyRow, { name });
      await this.changed(tx, { ...known, revision: known.revision + 1 }, 'deleted', by);
      await this.expectations.require(tx);
      return known;
    });
  }

  /** Makes `rules` the policies of a grant; none ends it. Taking away is never refused, giving must break no expectation. */
  async replaceOfGrant(tx: EntityManager, grant: { id: string; useCaseId: string; expiresAt: Date | null }, rules: readonly CompiledRule[], by: string): Promise<void> {
    const before = await tx.find(PolicyRow, { where: { grantId: grant.id }, lock: { mode: 'pessimistic_write' } });
    const next = rules.map((rule, index) => Object.assign(rowOf(`grant-${grant.id}-${index + 1}`, { layer: 'user', description: `Granted: ${grant.useCaseId}`, policy: { access: rule as never } }, by, null), {
      grantId: grant.id, expiresAt: grant.expiresAt,
    }));
    if (before.length > 0) await tx.delete(PolicyRow, { grantId: grant.id });
    for (let at = 0; at < next.length; at += 200) await tx.insert(PolicyRow, next.slice(at, at + 200) as never);
    const event = { ...(next[0] ?? before[0] ?? rowOf('', { layer: 'user', policy: {} }, by, null)), name: `grant-${grant.id}` };
    await this.changed(tx, event, rules.length === 0 ? 'deleted' : before.length > 0 ? 'updated' : 'created', by, before.length);
    if (rules.length > 0) await this.expectations.require(tx);
  }

  async namesByGrant(grants: readonly string[]): Promise<Map<string, string[]>> {
    const rows = grants.length === 0 ? [] : await this.dataSource.manager.find(PolicyRow, { select: { name: true, grantId: true }, where: { grantId: In([...grants]) }, order: { name: 'ASC' } });
    return new Map([...Map.groupBy(rows, (row) => row.grantId ?? '')].map(([id, own]) => [id, own.map((row) => row.name)]));
  }

  /** Brings the platform's own policies to what the code says; run at each start under a lock. */
  async seed(tx: EntityManager): Promise<void> {
    const known = new Map((await tx.find(PolicyRow, { where: { builtIn: true } })).map((row) => [row.name, row]));
    for (const { access, description, name } of SYSTEM_POLICIES) {
      const before = known.get(name);
      known.delete(name);
      const next = { ...rowOf(name, { layer: 'system', description, owner: 'system', policy: { access } }, 'system', before), builtIn: true };
      if (before && sameRule(before, next)) continue;
      await tx.save(PolicyRow, next);
      await this.changed(tx, next, before ? 'updated' : 'created', 'system');
    }
    for (const gone of known.values()) {
      await tx.delete(PolicyRow, { name: gone.name });
      await this.changed(tx, gone, 'deleted', 'system');
    }
  }

  async row(name: string): Promise<PolicyRow> {
    const row = await this.dataSource.manager.findOneBy(PolicyRow, { name });
    if (!row) throw missing(name);
    return row;
  }

  /** `replaced`: rows that went and may have been over; the revision counted those, and it must never fall. */
  private async changed(tx: EntityManager, row: PolicyRow, change: 'created' | 'updated' | 'deleted', by: string, replaced = 0): Promise<void> {
    await tx.query('UPDATE policy_set SET revision = revision + 1 + $1 WHERE id = 1', [replaced]);
    await this.outbox.append(tx, row.kind === 'data' ? DataPolicyChanged : PolicyChanged, row.name, { name: row.name, change, revision: row.revision, by });
  }
}

const locked = (tx: EntityManager, name: string): Promise<PolicyRow | null> => tx.findOne(PolicyRow, { where: { name }, lock: { mode: 'pessimistic_write' } });
const missing = (name: string): DomainError => new DomainError(NotFound, `There is no policy ${name}.`);

function refuseForeign(name: string, known: PolicyRow | null): void {
  if (known?.builtIn || name.startsWith('system-')) throw new DomainError(SystemPolicy, `The policy ${name} belongs to the platform; its name cannot be used.`);
  if (known?.grantId || name.startsWith('grant-')) throw new DomainError(SystemPolicy, `The policy ${name} belongs to a grant; change or revoke the grant${known?.grantId ? ` ${known.grantId}` : ''}.`);
}

function rowOf(name: string, input: PolicyInput, by: string, known: PolicyRow | null | undefined): PolicyRow {
  return Object.assign(new PolicyRow(), {
    name, kind: input.policy.data ? 'data' : 'access', layer: input.layer, builtIn: false, owner: input.owner ?? by, description: input.description ?? '',
    tags: input.tags ?? [], policy: input.policy, revision: (known?.revision ?? 0) + 1, updatedAt: new Date(), updatedBy: by, expiresAt: null, grantId: null,
  });
}

/** Applying the same again changes nothing: no revision, no event. */
function sameRule(a: PolicyRow, b: PolicyRow): boolean {
  const essence = (row: PolicyRow): string => canonical([row.kind, row.layer, row.owner, row.description, row.tags, row.policy]);
  return essence(a) === essence(b);
}
