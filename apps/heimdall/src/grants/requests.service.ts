import { type Caller, DomainError, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { DecidedRequest, GrantRequestChanged, type GrantInput, type GrantRequestView, type GrantView, type RejectedRequest, secondsOf } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OPERATOR } from '../tags/authority.js';
import { GrantRequestRow } from './grant.entity.js';
import { GrantsService } from './grants.service.js';
import { shortId } from './ids.js';
import { toRequest } from './views.js';

/** Grants somebody asks for: requested, then approved or rejected once and for all by somebody else. */
@Injectable()
export class GrantRequestsService {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly grants: GrantsService) {}

  async list(useCase: string | undefined, caller: Caller): Promise<GrantRequestView[]> {
    const narrow = useCase ? { useCaseId: useCase } : {};
    const where = isOperator(caller) ? narrow : [{ ...narrow, creator: caller.id }, { ...narrow, requester: caller.id }];
    return (await this.dataSource.manager.find(GrantRequestRow, { where, order: { createdAt: 'DESC' }, take: 1_000 })).map(toRequest);
  }

  async get(id: string, caller: Caller): Promise<GrantRequestView> {
    return toRequest(await this.find(this.dataSource.manager, id, caller));
  }

  /** A request is checked as a grant would be, so that an approval cannot fail for reasons the requester could have known. */
  async create(input: GrantInput, caller: Caller): Promise<GrantRequestView> {
    const requester = input.requester && (isOperator(caller) || caller.tags.includes('roles:id:service')) ? input.requester : caller.id;
    return this.dataSource.transaction(async (tx) => {
      const { subjects, useCaseId, values } = await this.grants.prepare(tx, input, requester);
      const row = Object.assign(new GrantRequestRow(), {
        id: shortId(), state: 'requested', useCaseId, subjects, values, notes: input.notes ?? '', requester, source: input.source ?? 'api', creator: caller.id,
        decision: null, grantId: null, duration: input.duration == null ? null : (secondsOf(input.duration) ?? null), createdAt: new Date(),
      });
      await tx.insert(GrantRequestRow, row as never);
      await this.tell(tx, row, 'requested', caller.id);
      return toRequest(row);
    });
  }

  async approve(id: string, caller: Caller): Promise<GrantView> {
    const grant = await this.dataSource.transaction(async (tx) => {
      const row = await this.open(tx, id, caller);
      if (row.requester === caller.id || row.creator === caller.id) throw new DomainError(PolicyDenied, 'Nobody approves their own request.', { ask: [OPERATOR] });
      const prepared = await this.grants.prepare(tx, { policy_use_case_id: row.useCaseId, subjects: row.subjects, values: byAtom(row) }, row.requester);
      const grantId = await this.grants.write(tx, prepared, row.duration, caller);
      await this.decide(tx, row, 'approved', caller.id, grantId);
      return grantId;
    });
    return this.grants.get(grant);
  }

  async reject(id: string, caller: Caller): Promise<RejectedRequest> {
    return this.dataSource.transaction(async (tx) => {
      const row = await this.decide(tx, await this.open(tx, id, caller), 'rejected', caller.id, null);
      return { ...toRequest(row), values: row.values, policies: [], subjectGranters: {} };
    });
  }

  /** Withdrawn by who made it, as long as it is open; operators may clear away decided ones too. */
  async delete(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const row = await this.find(tx, id, caller);
      if (row.state !== 'requested' && !isOperator(caller)) throw decided(row);
      await tx.delete(GrantRequestRow, { id });
      await this.tell(tx, row, 'deleted', caller.id);
    });
  }

  private async decide(tx: EntityManager, row: GrantRequestRow, state: 'approved' | 'rejected', by: string, grantId: string | null): Promise<GrantRequestRow> {
    Object.assign(row, { state, decision: by, grantId });
    await tx.update(GrantRequestRow, { id: row.id }, { state, decision: by, grantId });
    await this.tell(tx, row, state, by);
    return row;
  }

  private async open(tx: EntityManager, id: string, caller: Caller): Promise<GrantRequestRow> {
    const row = await this.find(tx, id, caller, true);
    if (row.state !== 'requested') throw decided(row);
    return row;
  }

  private async find(tx: EntityManager, id: string, caller: Caller, lock = false): Promise<GrantRequestRow> {
    const row = await tx.findOne(GrantRequestRow, { where: { id }, ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}) });
    if (!row || (!isOperator(caller) && row.creator !== caller.id && row.requester !== caller.id && !lock)) throw new DomainError(NotFound, `There is no grant request ${id} for you.`);
    return row;
  }

  private async tell(tx: EntityManager, row: GrantRequestRow, state: 'requested' | 'approved' | 'rejected' | 'deleted', by: string): Promise<void> {
    await this.outbox.append(tx, GrantRequestChanged, row.id, { id: row.id, useCase: row.useCaseId, state, requester: row.requester, by });
  }
}

const isOperator = (caller: Caller): boolean => caller.tags.includes(OPERATOR);
const decided = (row: GrantRequestRow): DomainError => new DomainError(DecidedRequest, `The request ${row.id} was ${row.state} by ${row.decision}.`);

const byAtom = (row: GrantRequestRow): Record<string, Record<string, string>[]> =>
  Object.fromEntries([...Map.groupBy(row.values, (value) => value.authorization_atom_id)].map(([id, values]) => [id, values.flatMap((value) => value.variable_values)]));
