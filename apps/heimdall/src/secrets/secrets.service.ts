import { type Caller, DomainError, NotFound } from '@dataos/contracts-core';
import { SecretChanged, type SecretInfo, type SecretInput, SecretKind, type SecretView } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DecisionsService } from '../decisions/decisions.service.js';
import { DataKeys } from '../sealing/data-keys.js';
import { PolicySet } from '../policies/policy-set.js';
import { OPERATOR } from '../tags/authority.js';
import { Identities } from '../tokens/identities.js';
import { linksTo } from '../users/links.js';
import { SecretRow } from './secret.entity.js';

type Entries = { key: string; base64Value: string }[];

/** Keeps secrets sealed and hands them out by decision only. Values appear in no log, event or error. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly keys: DataKeys,
    private readonly decisions: DecisionsService, private readonly identities: Identities, private readonly policies: PolicySet,
  ) {}

  async put(name: string, input: SecretInput, by: string): Promise<SecretInfo> {
    const entries = entriesOf(name, input);
    return this.dataSource.transaction(async (tx) => {
      const known = await tx.findOne(SecretRow, { where: { name }, lock: { mode: 'pessimistic_write' } });
      const row = Object.assign(new SecretRow(), {
        name, kind: input.kind, acl: input.acl, description: input.description ?? '', owner: input.owner ?? by, keys: entries.map((entry) => entry.key),
        ...(await this.keys.seal(tx, JSON.stringify(entries), `secret/${name}`)), updatedAt: new Date(),
      });
      await tx.save(SecretRow, row);
      await this.outbox.append(tx, SecretChanged, name, { name, change: known ? 'updated' : 'created', by });
      return infoOf(row);
    });
  }

  /** Reading leaves a decision behind, also when it is allowed; without a right the secret does not exist for the caller. */
  async get(name: string, callerId: string): Promise<SecretView> {
    const missing = new DomainError(NotFound, `There is no secret ${name} for you.`);
    const caller = await this.identities.ofUser(callerId);
    const row = await this.dataSource.manager.findOneBy(SecretRow, { name });
    if (!caller) throw missing;
    const acl = row?.acl ?? 'r';
    const { objectTags: tags, paths } = objectOf(name, acl);
    const answer = await this.decisions.decide(caller, { predicate: 'read', paths, tags }, { kind: 'secret', record: true });
    if (!answer.verdict.allow || !row) throw missing;
    return { id: name, data: JSON.parse(await this.keys.open(row, `secret/${name}`)) as Entries, _links: linksTo(`/heimdall/api/v1/secrets/${name}`) };
  }

  /** Ids of what the caller may read; operators see every id, as they have to keep order, and still no value. */
  async list(secret: string | undefined, caller: Caller): Promise<{ id: string }[]> {
    const rows = await this.dataSource.manager.find(SecretRow, { ...(secret ? { where: { name: secret } } : {}), order: { name: 'ASC' } });
    if (caller.tags.includes(OPERATOR)) return rows.map(({ name }) => ({ id: name }));
    const subject = await this.identities.ofUser(caller.id);
    if (!subject) return [];
    const { access } = await this.policies.at(subject.revision);
    const readable = rows.filter((row) => access.verdict({ subjectTags: subject.tags, predicates: ['read'], ...objectOf(row.name, row.acl) }).allow);
    return readable.map(({ name }) => ({ id: name }));
  }

  /** Makes a new key and seals every secret with it, all or none. */
  async rotate(by: string): Promise<{ key: string; sealed: number }> {
    return this.dataSource.transaction(async (tx) => {
      const key = await this.keys.rotate(tx);
      const rows = await tx.find(SecretRow, { lock: { mode: 'pessimistic_write' } });
      for (const row of rows) {
        const place = `secret/${row.name}`;
        await tx.update(SecretRow, { name: row.name }, await this.keys.seal(tx, await this.keys.open(row, place), place));
        await this.outbox.append(tx, SecretChanged, row.name, { name: row.name, change: 'updated', by });
      }
      await this.keys.forgetOthers(tx, key);
      return { key, sealed: rows.length };
    });
  }

  async delete(name: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const { affected } = await tx.delete(SecretRow, { name });
      if (!affected) throw new DomainError(NotFound, `There is no secret ${name}.`);
      await this.outbox.append(tx, SecretChanged, name, { name, change: 'deleted', by });
    });
  }
}

/** How policies name a secret; both spellings of its tag are in use. */
const objectOf = (name: string, acl: string): { paths: string[]; objectTags: string[] } => ({
  paths: [`secret://${name}`], objectTags: [`dataos:type:secret:${name}`, `dataos:type:secret:${name}_${acl}`, `dataos:type:secret:${name}_${acl}_${acl}`, 'dataos:resource:instance-secret'],
});

/** Properties fold into one text of `k=v` lines, each ended by a newline as the readers of it expect. */
function entriesOf(name: string, input: SecretInput): Entries {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  const pairs = Object.entries(input.data ?? {});
  const files = Object.entries(input.files ?? {}).map(([key, base64Value]) => ({ key, base64Value }));
  if (input.kind === 'key-value-properties' && pairs.length > 0) {
    return [{ key: name, base64Value: base64(pairs.map(([key, value]) => `${key}=${value}\n`).join('')) }, ...files];
  }
  return [...pairs.map(([key, value]) => ({ key, base64Value: base64(value) })), ...files];
}

const infoOf = (row: SecretRow): SecretInfo => ({
  id: row.name, kind: SecretKind.parse(row.kind), acl: row.acl, description: row.description, owner: row.owner, keys: row.keys, updatedAt: row.updatedAt.toISOString(),
});
