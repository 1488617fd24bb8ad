import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DataKeyRow } from './data-key.entity.js';
import { newKey, openWith, Sealer, sealWith } from './sealer.js';

/** Writers of secrets share it, a rotation has it alone: no secret is ever sealed with a key that is about to go. */
const LOCK = 71_204;
/** Key id of what the key file itself sealed, before there were data keys. */
const FILE = 'file';

/** The keys that seal secrets. They lie beside the secrets, sealed with the key file: so a rotation needs no new file, and a new file no new keys. */
@Injectable()
export class DataKeys implements OnModuleInit {
  private readonly opened = new Map<string, Buffer>();

  constructor(private readonly dataSource: DataSource, private readonly sealer: Sealer) {}

  async onModuleInit(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.lock(tx);
      if ((await tx.count(DataKeyRow)) === 0) await this.add(tx);
      await this.renew(tx, 'data_keys', 'id', 'sealed', (id) => `data-key/${id}`);
      await this.renew(tx, 'signing_keys', 'kid', 'sealed_jwk', (id) => `signing-key/${id}`);
      await this.renew(tx, 'secrets', 'name', 'sealed', (id) => `secret/${id}`, `WHERE key_id = '${FILE}'`);
    });
  }

  async seal(tx: EntityManager, text: string, place: string): Promise<{ keyId: string; sealed: string }> {
    await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [LOCK]);
    const [row] = await tx.find(DataKeyRow, { order: { createdAt: 'DESC', id: 'DESC' }, take: 1 });
    if (!row) throw new Error('there is no data key');
    return { keyId: row.id, sealed: sealWith(this.keyOf(row), text, place) };
  }

  async open({ keyId, sealed }: { keyId: string; sealed: string }, place: string): Promise<string> {
    if (keyId === FILE) return this.sealer.open(sealed, place);
    const known = this.opened.get(keyId);
    if (known) return openWith(known, sealed, place);
    const row = await this.dataSource.manager.findOneBy(DataKeyRow, { id: keyId });
    if (!row) throw new Error(`the data key ${keyId} is gone`);
    return openWith(this.keyOf(row), sealed, place);
  }

  /** Makes the key that seals from now on; the caller seals everything anew in the same transaction. */
  async rotate(tx: EntityManager): Promise<string> {
    await this.lock(tx);
    return this.add(tx);
  }

  async forgetOthers(tx: EntityManager, kept: string): Promise<void> {
    await tx.delete(DataKeyRow, { id: Not(kept) });
    for (const id of this.opened.keys()) if (id !== kept) this.opened.delete(id);
  }

  private async add(tx: EntityManager): Promise<string> {
    const id = uuidv7();
    await tx.insert(DataKeyRow, { id, sealed: this.sealer.seal(newKey().toString('base64'), `data-key/${id}`), createdAt: new Date() });
    return id;
  }

  private keyOf(row: DataKeyRow): Buffer {
    const key = this.opened.get(row.id) ?? Buffer.from(this.sealer.open(row.sealed, `data-key/${row.id}`), 'base64');
    this.opened.set(row.id, key);
    return key;
  }

  private async lock(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  }

  private async renew(tx: EntityManager, table: string, idColumn: string, column: string, place: (id: string) => string, where = ''): Promise<void> {
    const rows: { id: string; sealed: string }[] = await tx.query(`SELECT "${idColumn}" AS id, "${column}" AS sealed FROM "${table}" ${where}`);
    for (const { id, sealed } of rows) {
      const renewed = this.sealer.renewed(sealed, place(id));
      if (renewed !== undefined) await tx.query(`UPDATE "${table}" SET "${column}" = $1 WHERE "${idColumn}" = $2`, [renewed, id]);
    }
  }
}
