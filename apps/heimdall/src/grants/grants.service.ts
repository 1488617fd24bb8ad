import { type Caller, DomainError, NotFound, PolicyDenied, ValidationFailed } from '@dataos/contracts-core';
import { type AtomValues, GrantChanged, type GrantInput, type GrantView, secondsOf } from '@dataos/contracts-heimdall';
import { HandlesJob, HandlesSchedule, Jobs, Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { ChangesService } from '../changes/changes.service.js';
import { compileGlob, TAG_DELIMITERS } from '../decisions/glob.js';
import { PoliciesService } from '../policies/policies.service.js';
import { OPERATOR } from '../tags/authority.js';
import { compileGrant, expand, type UseCaseFacts, valuesByAtom } from './compile.js';
import { AtomRow, GrantRow, UseCaseRow } from './grant.entity.js';
import { shortId } from './ids.js';
import { toGrant } from './views.js';

/** Changes of the catalogue of atoms and of grants wait for each other, so that no grant is compiled from half of a change. */
const LOCK = 71_203;
const EXPIRE = 'expire-grant';

/** A grant ready to be written. */
export interface Prepared {
  readonly useCaseId: string;
  readonly subjects: string[];
  readonly values: AtomValues[];
  readonly broad: boolean;
}

/** Grants: use-cases given to subjects, compiled into access policies in the transaction of the grant. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly jobs: Jobs,
    private readonly policies: PoliciesService, private readonly changes: ChangesService,
  ) {}

  async list(subject?: string): Promise<GrantView[]> {
    const rows = await this.dataSource.manager.find(GrantRow, { order: { id: 'ASC' } });
    return this.views(subject === undefined ? rows : rows.filter((row) => row.subjects.includes(subject)));
  }

  async get(id: string): Promise<GrantView> {
    const [view] = await this.views([await this.find(this.dataSource.manager, id)]);
    return view ?? this.get(id);
  }

  async create(input: GrantInput, caller: Caller): Promise<GrantView> {
    const id = await this.dataSource.transaction(async (tx) => {
      const prepared = await this.prepare(tx, input, caller.id);
      return this.write(tx, prepared, input.duration == null ? null : (secondsOf(input.duration) ?? null), caller);
    });
    return this.get(id);
  }

  async revoke(id: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.lockCatalog(tx);
      await this.remove(tx, await this.find(tx, id), 'deleted', by);
    });
  }

  async revokeSubject(id: string, subject: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.lockCatalog(tx);
      const row = await this.find(tx, id);
      if (!row.subjects.includes(subject)) throw new DomainError(NotFound, `The grant ${id} has no subject ${subject}.`);
      await this.without(tx, row, subject, by);
    });
  }

  /** Takes a subject from all grants: it is gone, and a later one of the same name must not inherit from it. */
  async dropSubject(tx: EntityManager, subject: string, by: string): Promise<void> {
    await this.lockCatalog(tx);
    for (const row of await tx.find(GrantRow)) if (row.subjects.includes(subject)) await this.without(tx, row, subject, by);
  }

  /** Checks a grant against use-case and atoms; faults name the field. */
  async prepare(tx: EntityManager, input: GrantInput, requester: string): Promise<Prepared> {
    await this.lockCatalog(tx);
    const { atoms, facts } = await this.catalog(tx);
    const whole = expand(input.policy_use_case_id, facts);
    if ('fault' in whole) throw invalid('policy_use_case_id', whole.fault);
    const subjects = [...new Set(input.subjects ?? [`users:id:${requester}`])];
    const own = whole.atoms.flatMap((id) => atoms.get(id) ?? []);
    const values = valuesByAtom(input.values, own);
    const compiled = compileGrant(subjects, own, whole.values, values);
    if ('fault' in compiled) throw invalid('values', compiled.fault);
    return { useCaseId: input.policy_use_case_id, subjects, values, broad: compiled.broad };
  }

  /** Writes the grant and its policies; `lifetime` in seconds. */
  async write(tx: EntityManager, { broad, subjects, useCaseId, values }: Prepared, lifetime: number | null, caller: Caller): Promise<string> {
    if (broad && !caller.tags.includes(OPERATOR)) throw new DomainError(PolicyDenied, 'A grant with wildcards, or to everybody, is given by operators only.', { ask: [OPERATOR] });
    const own = subjects.find((subject) => caller.tags.some(compileGlob(subject, TAG_DELIMITERS)));
    if (own && !caller.tags.includes(OPERATOR)) throw new DomainError(PolicyDenied, `Nobody but operators grants to themself, as ${own} would.`, { ask: [OPERATOR] });
    const now = new Date();
    const id = shortId();
    const expiresAt = lifetime === null ? null : new Date(now.getTime() + lifetime * 1000);
    const row = Object.assign(new GrantRow(), {
      id, useCaseId, subjects, granters: Object.fromEntries(subjects.map((subject) => [subject, caller.id])), values, expiresAt, createdAt: now, updatedAt: now,
    });
    await tx.insert(GrantRow, row as never);
    await this.compile(tx, row, caller.id);
    // Access ends by itself at that time; the job only cleans up and tells the caches of others.
    if (expiresAt) await this.jobs.enqueue(tx, EXPIRE, { id }, { key: `${EXPIRE}:${id}`, runAt: expiresAt });
    await this.note(tx, row, 'created', 'grant:add', caller.id);
    return id;
  }

  @HandlesJob(EXPIRE)
  async expire(payload: unknown): Promise<void> {
    const { id } = payload as { id: string };
    await this.dataSource.transaction(async (tx) => {
      await this.lockCatalog(tx);
      const [row]: { over: boolean }[] = await tx.query('SELECT expires_at <= now() AS over FROM grants WHERE id = $1', [id]);
      if (!row) return;
      if (!row.over) throw new Error(`the grant ${id} is not over yet`);
      await this.remove(tx, await this.find(tx, id), 'expired', 'system');
    });
  }

  /** What the job of a grant has not cleared away, whatever became of that job. */
  @HandlesSchedule('*/5 * * * *', 'sweep-grants')
  async sweep(): Promise<void> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT id FROM grants WHERE expires_at <= now()');
    for (const { id } of rows) await this.expire({ id });
  }

  /** Compiles anew every grant of these use-cases; if one no longer fits, the change that caused it is refused. */
  async recompile(tx: EntityManager, useCases: readonly string[], by: string): Promise<void> {
    for (const row of await this.grantsOf(tx, useCases)) await this.compile(tx, row, by);
  }

  /** Grants that are not over; what is over waits to be cleared away and binds nobody. */
  grantsOf(tx: EntityManager, useCases: readonly string[]): Promise<GrantRow[]> {
    return tx.createQueryBuilder(GrantRow, 'g').where({ useCaseId: In([...useCases]) }).andWhere('(g.expires_at IS NULL OR g.expires_at > now())').getMany();
  }

  /** The use-case and all that hold it, at whatever depth. */
  async holdersOf(tx: EntityManager, ...ids: readonly string[]): Promise<string[]> {
    const rows = await tx.find(UseCaseRow);
    const found = new Set(ids);
    for (let size = -1; size !== found.size;) {
      size = found.size;
      for (const row of rows) if (row.useCases.some((inner) => found.has(inner))) found.add(row.id);
    }
    return [...found];
  }

  async useCasesOf(tx: EntityManager, atoms: readonly string[]): Promise<string[]> {
    const direct = (await tx.find(UseCaseRow)).filter((row) => row.atoms.some((atom) => atoms.includes(atom))).map((row) => row.id);
    return this.holdersOf(tx, ...direct);
  }

  async lockCatalog(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  }

  private async compile(tx: EntityManager, row: GrantRow, by: string): Promise<void> {
    const { atoms, facts } = await this.catalog(tx);
    const whole = expand(row.useCaseId, facts);
    if ('fault' in whole) throw invalid('policy_use_case_id', whole.fault);
    const compiled = compileGrant(row.subjects, whole.atoms.flatMap((id) => atoms.get(id) ?? []), whole.values, row.values);
    if ('fault' in compiled) throw invalid('authorization_atoms', `the grant ${row.id} would no longer fit: ${compiled.fault}`);
    await this.policies.replaceOfGrant(tx, row, compiled.rules, by);
  }

  private async without(tx: EntityManager, row: GrantRow, subject: string, by: string): Promise<void> {
    row.subjects = row.subjects.filter((one) => one !== subject);
    if (row.subjects.length === 0) return this.remove(tx, row, 'deleted', by);
    await tx.update(GrantRow, { id: row.id }, { subjects: row.subjects, updatedAt: new Date() });
    await this.compile(tx, row, by);
    await this.note(tx, row, 'updated', 'grant:update', by);
  }

  private async remove(tx: EntityManager, row: GrantRow, change: 'deleted' | 'expired', by: string): Promise<void> {
    await this.policies.replaceOfGrant(tx, row, [], by);
    await tx.delete(GrantRow, { id: row.id });
    await this.note(tx, row, change, change === 'expired' ? 'grant:expire' : 'grant:delete', by);
  }

  private async note(tx: EntityManager, row: GrantRow, change: 'created' | 'updated' | 'deleted' | 'expired', what: string, by: string): Promise<void> {
    await this.changes.add(tx, by, 'grant', row.id, what, `${row.useCaseId} to ${row.subjects.join(', ')}`);
    for (const subject of row.subjects) {
      if (subject.startsWith('users:id:')) await this.changes.add(tx, by, 'user', subject.slice(9), what, row.useCaseId);
      if (subject.startsWith('roles:id:')) await this.changes.add(tx, by, 'role', subject.slice(9), what, row.useCaseId);
    }
    await this.outbox.append(tx, GrantChanged, row.id, { id: row.id, useCase: row.useCaseId, subjects: row.subjects, change, by });
  }

  private async catalog(tx: EntityManager): Promise<{ facts: Map<string, UseCaseFacts>; atoms: Map<string, AtomRow> }> {
    const [useCases, atoms] = [await tx.find(UseCaseRow), await tx.find(AtomRow)];
    return { facts: new Map(useCases.map((row) => [row.id, row])), atoms: new Map(atoms.map((atom) => [atom.id, atom])) };
  }

  private async views(rows: readonly GrantRow[]): Promise<GrantView[]> {
    const names = await this.policies.namesByGrant(rows.map((row) => row.id));
    return rows.map((row) => toGrant(row, names.get(row.id) ?? []));
  }

  private async find(tx: EntityManager, id: string): Promise<GrantRow> {
    const row = await tx.findOneBy(GrantRow, { id });
    if (!row) throw new DomainError(NotFound, `There is no grant ${id}.`);
    return row;
  }
}

const invalid = (field: string, message: string): DomainError => new DomainError(ValidationFailed, `The grant does not fit: ${message}.`, { errors: [{ pointer: `/body/${field}`, message }] });
