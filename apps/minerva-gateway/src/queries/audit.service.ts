import { QueryFinished, QueryStarted, QueryTraced } from '@dataos/contracts-minerva';
import { CONFIG, type Logger, LOGGER, Outbox, type PreparedEvent } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { depotOf } from '../catalogue/address.js';
import type { MinervaConfig } from '../config.js';
import { QueryRow } from './query.entity.js';
import { LineageDeliveries } from '../lineage/deliveries.service.js';
import { type Book, type Entry, type QueryTracing, Trail } from './trail.js';

type Beginning = Pick<QueryRow, 'id' | 'user' | 'sql' | 'clientTags'> & Partial<QueryRow>;
interface Waiting { readonly trail: Trail; readonly resolve: () => void; readonly reject: (error: unknown) => void }

/** Records written in one statement at most. */
const TOGETHER = 100;

/** Writes the audit. While one write is under way the next ones gather, so that many queries at once share a commit. */
@Injectable()
export class Audit implements OnApplicationBootstrap, Book {
  private readonly waiting: Waiting[] = [];
  private writing = false;
  private statement: string | undefined;

  constructor(
    private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly deliveries: LineageDeliveries,
    @Inject(CONFIG) private readonly config: MinervaConfig, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** What this gateway was running when it died cannot end any more. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.dataSource.getRepository(QueryRow).createQueryBuilder('query')
      .where('query.gateway = :gateway AND query.finished_at IS NULL', { gateway: this.gateway }).getMany();
    const error = { code: 65_536, name: 'GENERIC_INTERNAL_ERROR', type: 'INTERNAL_ERROR', message: 'The gateway was restarted while the query ran' };
    await Promise.all(left.map((row) => new Trail(row, this).end({ state: 'FAILED', error })));
  }

  /** Begins a record; nothing is written yet. */
  open(query: Beginning): Trail {
    const none = { authenticatedAs: null, rewritten: null, detail: null, statement: null, source: null, catalog: null, schema: null, cluster: null, decision: null, error: null, writes: null, cached: null, trace: null, traceDue: null, startedAt: null, finishedAt: null };
    return new Trail({
      ...none, gateway: this.gateway, state: 'QUEUED', tables: [], policies: [], masks: [], filters: [], rows: '0', bytes: '0', rowsRead: '0', createdAt: new Date(), ...query,
    }, this);
  }

  started(row: QueryRow): PreparedEvent {
    return this.outbox.prepare(QueryStarted, row.id, { ...eventOf(row) });
  }

  finished(row: QueryRow): PreparedEvent {
    return this.outbox.prepare(QueryFinished, row.id, {
      ...eventOf(row), state: row.state, rows: Number(row.rows), bytes: Number(row.bytes), masks: row.masks, filters: row.filters,
      elapsedMs: (row.finishedAt ?? new Date()).getTime() - row.createdAt.getTime(), ...(row.error === null ? {} : { error: row.error.name }),
    });
  }

  /** Lineage is told of what was written; to an OpenLineage consumer, where there is one, of what was read as well. */
  traced(row: QueryRow, trace: QueryTracing): PreparedEvent[] {
    const told = this.config.OPENLINEAGE_URL !== undefined;
    if (!told && trace.writes !== true) return [];
    try {
      row.trace = trace.make();
    } catch (error) {
      // What it found out about a statement that has run must not undo it.
      this.logger.error({ err: error, query: row.id }, 'the lineage of a query could not be told');
      return [];
    }
    if (told) row.traceDue = new Date();
    if (row.state !== 'FINISHED' || row.trace.output === undefined) return [];
    return [this.outbox.prepare(QueryTraced, depotOf(row.trace.output.address), { ...row.trace, id: row.id, user: row.user, statement: row.statement ?? 'unknown' })];
  }

  write(trail: Trail): Promise<void> {
    const done = new Promise<void>((resolve, reject) => { this.waiting.push({ trail, resolve, reject }); });
    if (!this.writing) void this.drain();
    return done;
  }

  private async drain(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) await this.together(this.waiting.splice(0, TOGETHER));
    this.writing = false;
  }

  /** Writes many records at once; where that fails one by one, so that none suffers for another. */
  private async together(some: readonly Waiting[]): Promise<void> {
    const entries = [...new Set(some.map(({ trail }) => trail))].map((trail) => ({ trail, entry: trail.take() }));
    try {
      await this.save(entries.map(({ entry }) => entry));
      for (const { resolve } of some) resolve();
      if (entries.some(({ entry }) => entry.row.traceDue !== null)) this.deliveries.soon();
    } catch (error) {
      for (const { trail, entry } of entries) trail.giveBack(entry);
      if (some.length === 1) return some[0]?.reject(error);
      for (const one of some) await this.together([one]);
    }
  }

  private async save(entries: readonly Entry[]): Promise<void> {
    const { columns } = this.dataSource.getMetadata(QueryRow);
    this.statement ??= `INSERT INTO "query" SELECT * FROM jsonb_populate_recordset(NULL::"query", $1::jsonb)
      ON CONFLICT ("id") DO UPDATE SET ${columns.filter(({ isPrimary }) => !isPrimary).map(({ databaseName: name }) => `"${name}" = excluded."${name}"`).join(', ')}`;
    const rows = entries.map(({ row }) => Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, row[propertyName as keyof QueryRow]])));
    await this.outbox.appendWith(this.statement, [storable(rows)], entries.flatMap(({ events }) => events));
  }

  private get gateway(): string {
    return `${this.config.HOST}:${this.config.PORT}`;
  }
}

/** How JSON spells what the database does not keep: the character of number nought, and half a pair of surrogates. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** As JSON the database keeps. To look at each value is ten times the work, and hardly ever of use. */
function storable(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return UNSTORABLE.test(json) ? JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value)) : json;
}

const eventOf = (row: QueryRow) => ({
  id: row.id, user: row.user, tables: row.tables, policies: row.policies,
  ...(row.writes === null || row.writes.length === 0 ? {} : { writes: row.writes }),
  ...(row.cached === true ? { cached: true } : {}),
  ...(row.cluster === null ? {} : { cluster: row.cluster }), ...(row.decision === null ? {} : { decision: row.decision }),
});
