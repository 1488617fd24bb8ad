import { type AuditReport, AuditSealed } from '@dataos/contracts-heimdall';
import { type Logger, LOGGER, Outbox } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Signer } from '../tokens/signer.js';
import { follow, GENESIS, type Link, linkOf } from './chain.js';
import { CheckpointRow } from './checkpoint.entity.js';

const LOCK = 71_205;
const BATCH = 1_000;
const EVERY_MS = 1_000;
/** One checkpoint is kept for so many records, beside the newest. */
const CHECKPOINT_EVERY = 1_000;

/**
 * Gives each recorded decision its place in a chain of hashes, about a second after it was written, so that decisions
 * themselves never wait for each other. The end of the chain is signed, and told to the event log, which others keep.
 */
@Injectable()
export class AuditService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly signer: Signer, @Inject(LOGGER) private readonly logger: Logger) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Links what is not linked yet; one replica at a time, the others leave it to that one. */
  async seal(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const [lock]: { mine: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
      if (!lock?.mine) return 0;
      const rows: { id: string; view: unknown; asked: unknown }[] = await tx.query('SELECT id, view, asked FROM decisions WHERE position IS NULL ORDER BY id LIMIT $1', [BATCH]);
      if (rows.length === 0) return 0;
      const head = await this.newest(tx);
      let { hash, position } = head;
      const links = rows.map(({ asked, id, view }) => {
        position += 1;
        hash = linkOf(hash, position, id, { view, asked });
        return { id, position, hash };
      });
      await tx.query(
        `UPDATE decisions d SET position = l.position, hash = l.hash FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS l(id, position, hash) WHERE d.id = l.id`,
        [links.map((link) => link.id), links.map((link) => link.position), links.map((link) => link.hash)],
      );
      const time = new Date();
      await tx.insert(CheckpointRow, { position: String(position), hash, signed: await this.signer.state({ position, hash }), time });
      if (Math.floor(head.position / CHECKPOINT_EVERY) === Math.floor(position / CHECKPOINT_EVERY)) await tx.delete(CheckpointRow, { position: String(head.position) });
      await this.outbox.append(tx, AuditSealed, 'audit', { position, hash });
      return rows.length;
    });
  }

  /** Goes through the whole log. `head`, a hash kept from an earlier time, must still be part of it. */
  async verify(head?: string): Promise<AuditReport> {
    const checkpoints = new Map((await this.dataSource.manager.find(CheckpointRow)).map((row) => [Number(row.position), row]));
    const { last, unsealed } = await this.extent();
    const report: AuditReport = { ok: true, checked: 0, unsealed, checkpoints: 0, head: GENESIS };
    let at = { position: 0, hash: GENESIS };
    let met = head === undefined;
    for (;;) {
      const links = await this.links(at.position, last);
      const end = follow(links, at);
      if ('fault' in end) return { ...report, ok: false, fault: { position: end.fault.position, decision: end.fault.id, reason: end.fault.reason } };
      for (const link of links) {
        met ||= link.hash === head;
        const checkpoint = checkpoints.get(link.position);
        if (checkpoint === undefined) continue;
        if (!(await this.holds(checkpoint, link))) return { ...report, ok: false, fault: { position: link.position, decision: link.id, reason: 'the signed checkpoint says otherwise' } };
        report.checkpoints += 1;
        checkpoints.delete(link.position);
      }
      at = end;
      report.checked += links.length;
      report.head = at.hash;
      if (links.length < BATCH) break;
    }
    const beyond = Math.max(0, ...checkpoints.keys());
    if (beyond > at.position) return { ...report, ok: false, fault: { position: at.position + 1, reason: `the log ends here, but a checkpoint was signed for record ${beyond}` } };
    if (!met) return { ...report, ok: false, fault: { position: at.position, reason: `the log never had the hash ${head}` } };
    return report;
  }

  private async holds(checkpoint: CheckpointRow, link: Link): Promise<boolean> {
    const said = await this.signer.readStatement(checkpoint.signed);
    return checkpoint.hash === link.hash && said?.['hash'] === link.hash && said['position'] === link.position;
  }

  private async links(after: number, last: number): Promise<Link[]> {
    const rows: { id: string; position: string; hash: string; view: unknown; asked: unknown }[] = await this.dataSource.query(
      'SELECT id, position, hash, view, asked FROM decisions WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3', [after, last, BATCH],
    );
    return rows.map(({ asked, hash, id, position, view }) => ({ id, position: Number(position), hash, content: { view, asked } }));
  }

  /** Where the chain ends by its signed end: records cut off at the end are missed, not forgotten. */
  private async newest(tx: EntityManager): Promise<{ position: number; hash: string }> {
    const [row] = await tx.find(CheckpointRow, { order: { position: 'DESC' }, take: 1 });
    return row ? { position: Number(row.position), hash: row.hash } : { position: 0, hash: GENESIS };
  }

  /** How far the chain goes and what it does not hold yet, at one moment: a record linked meanwhile counts once. */
  private async extent(): Promise<{ last: number; unsealed: number }> {
    const [row]: { last: string; unsealed: string }[] = await this.dataSource.query(
      'SELECT (SELECT coalesce(max(position), 0) FROM decisions) AS last, (SELECT count(*) FROM decisions WHERE position IS NULL) AS unsealed',
    );
    return { last: Number(row?.last ?? 0), unsealed: Number(row?.unsealed ?? 0) };
  }

  private schedule(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.running = this.sealAll().then(() => this.schedule());
    }, EVERY_MS);
    this.timer.unref();
  }

  private async sealAll(): Promise<void> {
    try {
      while (!this.closed && (await this.seal()) === BATCH);
    } catch (error) {
      this.logger.warn({ err: error }, 'the audit log waits to be sealed');
    }
  }
}
