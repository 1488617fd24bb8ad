import { DomainError, faultsOf, NotFound, ValidationFailed } from '@dataos/contracts-core';
import { DataPolicyChanged, type DataPolicyView, DataRule, PolicyChanged, type PolicyInput, type PolicyView, SystemPolicy } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PolicyRow } from './policy.entity.js';
import { SYSTEM_POLICIES } from './system-policies.js';
import { toDataPolicyView, toPolicyView } from './views.js';

/** Keeps access and data policies: one store, in force at the next decision of every replica. */
@Injectable()
export class PoliciesService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox) {}

  async list(kind?: 'access' | 'data'): Promise<PolicyView[]> {
    const rows = await this.dataSource.manager.find(PolicyRow, { ...(kind ? { where: { kind } } : {}), order: { name: 'ASC' } });
    return rows.map(toPolicyView);
  }

  async get(name: string): Promise<PolicyView> {
    return toPolicyView(await this.find(name));
  }

  async put(name: string, input: PolicyInput, by: string): Promise<PolicyView> {
    const row = await this.dataSource.transaction(async (tx) => {
      const known = await locked(tx, name);
      refuseBuiltIn(name, known);
      const next = rowOf(name, input, by, known);
      if (known && sameRule(known, next)) return known;
      await tx.save(PolicyRow, next);
      await this.changed(tx, next, known ? 'updated' : 'created', by);
      return next;
    });
    return toPolicyView(row);
  }

  async delete(name: string, by: string, kind?: 'data'): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const known = await locked(tx, name);
      if (!known || (kind && known.kind !== kind)) throw missing(name);
      refuseBuiltIn(name, known);
      await tx.delete(PolicyRow, { name });
      await this.changed(tx, { ...known, revision: known.revision + 1 }, 'deleted', by);
    });
  }

  async listData(): Promise<DataPolicyView[]> {
    const rows = await this.dataSource.manager.find(PolicyRow, { where: { kind: 'data' }, order: { name: 'ASC' } });
    return rows.map(toDataPolicyView);
  }

  async getData(name: string): Promise<DataPolicyView> {
    const row = await this.find(name);
    if (row.kind !== 'data') throw missing(name);
    return toDataPolicyView(row);
  }

  /** The flat form of the REST clients; checked like the manifest form. */
  async putData(name: string | null | undefined, body: Record<string, unknown>, by: string): Promise<DataPolicyView> {
    const parsed = DataRule.safeParse(body);
    const errors = parsed.success ? [] : faultsOf(parsed.error, '/body');
    if (!name) errors.push({ pointer: '/body/name', message: 'a name is needed' });
    if (!parsed.success || !name || errors.length > 0) throw new DomainError(ValidationFailed, 'The data policy does not fit.', { errors: errors.slice(0, 50) });
    await this.put(name, { layer: 'user', ...(parsed.data.description ? { description: parsed.data.description } : {}), policy: { data: parsed.data } }, by);
    return this.getData(name);
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

  private async changed(tx: EntityManager, row: PolicyRow, change: 'created' | 'updated' | 'deleted', by: string): Promise<void> {
    await tx.query('UPDATE policy_set SET revision = revision + 1 WHERE id = 1');
    await this.outbox.append(tx, row.kind === 'data' ? DataPolicyChanged : PolicyChanged, row.name, { name: row.name, change, revision: row.revision, by });
  }

  private async find(name: string): Promise<PolicyRow> {
    const row = await this.dataSource.manager.findOneBy(PolicyRow, { name });
    if (!row) throw missing(name);
    return row;
  }
}

const locked = (tx: EntityManager, name: string): Promise<PolicyRow | null> => tx.findOne(PolicyRow, { where: { name }, lock: { mode: 'pessimistic_write' } });
const missing = (name: string): DomainError => new DomainError(NotFound, `There is no policy ${name}.`);

function refuseBuiltIn(name: string, known: PolicyRow | null): void {
  if (known?.builtIn || name.startsWith('system-')) throw new DomainError(SystemPolicy, `The policy ${name} belongs to the platform; its name cannot be used.`);
}

function rowOf(name: string, input: PolicyInput, by: string, known: PolicyRow | null | undefined): PolicyRow {
  return Object.assign(new PolicyRow(), {
    name, kind: input.policy.access ? 'access' : 'data', layer: input.layer, builtIn: false, owner: input.owner ?? by, description: input.description ?? '',
    tags: input.tags ?? [], policy: input.policy, revision: (known?.revision ?? 0) + 1, updatedAt: new Date(), updatedBy: by,
  });
}

/** Applying the same again changes nothing: no revision, no event. */
function sameRule(a: PolicyRow, b: PolicyRow): boolean {
  const essence = (row: PolicyRow): string => canonical([row.kind, row.layer, row.owner, row.description, row.tags, row.policy]);
  return essence(a) === essence(b);
}

/** JSON with sorted keys, as jsonb does not keep their order. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
