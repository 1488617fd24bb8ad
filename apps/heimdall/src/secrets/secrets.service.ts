import { DomainError, NotFound } from '@dataos/contracts-core';
import { SecretChanged, type SecretInfo, type SecretInput, SecretKind, type SecretView } from '@dataos/contracts-heimdall';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DecisionsService } from '../decisions/decisions.service.js';
import { Sealer } from '../sealing/sealer.js';
import { Identities } from '../tokens/identities.js';
import { linksTo } from '../users/links.js';
import { SecretRow } from './secret.entity.js';

type Entries = { key: string; base64Value: string }[];

/** Keeps secrets sealed and hands them out by decision only. Values appear in no log, event or error. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly sealer: Sealer,
    private readonly decisions: DecisionsService, private readonly identities: Identities,
  ) {}

  async put(name: string, input: SecretInput, by: string): Promise<SecretInfo> {
    const entries = entriesOf(name, input);
    return this.dataSource.transaction(async (tx) => {
      const known = await tx.findOne(SecretRow, { where: { name }, lock: { mode: 'pessimistic_write' } });
      const row = Object.assign(new SecretRow(), {
        name, kind: input.kind, acl: input.acl, description: input.description ?? '', owner: input.owner ?? by, keys: entries.map((entry) => entry.key),
        sealed: this.sealer.seal(JSON.stringify(entries), `secret/${name}`), updatedAt: new Date(),
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
    const tags = [`dataos:type:secret:${name}`, `dataos:type:secret:${name}_${acl}`, 'dataos:resource:instance-secret'];
    const answer = await this.decisions.decide(caller, { predicate: 'read', paths: [`secret://${name}`], tags }, { kind: 'secret', record: true });
    if (!answer.verdict.allow || !row) throw missing;
    return { id: name, data: JSON.parse(this.sealer.open(row.sealed, `secret/${name}`)) as Entries, _links: linksTo(`/heimdall/api/v1/secrets/${name}`) };
  }

  async delete(name: string, by: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const { affected } = await tx.delete(SecretRow, { name });
      if (!affected) throw new DomainError(NotFound, `There is no secret ${name}.`);
      await this.outbox.append(tx, SecretChanged, name, { name, change: 'deleted', by });
    });
  }
}

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
