import { QueryFinished, QueryStarted } from '@dataos/contracts-minerva';
import { CONFIG, Outbox } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MinervaConfig } from '../config.js';
import { QueryRow } from './query.entity.js';

type Beginning = Pick<QueryRow, 'id' | 'user' | 'sql' | 'clientTags'> & Partial<QueryRow>;
type Ending = Pick<QueryRow, 'state'> & Partial<QueryRow>;

/** Writes the audit: a record exists before anything is done for a query, and tells in the end what came of it. */
@Injectable()
export class Audit implements OnApplicationBootstrap {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, @Inject(CONFIG) private readonly config: MinervaConfig) {}

  /** What this gateway was running when it died cannot end any more. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.dataSource.getRepository(QueryRow).createQueryBuilder('query').select('query.id', 'id')
      .where('query.gateway = :gateway AND query.finished_at IS NULL', { gateway: this.gateway }).getRawMany<{ id: string }>();
    const error = { code: 65_536, name: 'GENERIC_INTERNAL_ERROR', type: 'INTERNAL_ERROR', message: 'The gateway was restarted while the query ran' };
    for (const { id } of left) await this.end(id, { state: 'FAILED', error });
  }

  async begin(query: Beginning): Promise<void> {
    await this.dataSource.getRepository(QueryRow).insert({
      gateway: this.gateway, state: 'QUEUED', tables: [], policies: [], masks: [], filters: [], rows: '0', bytes: '0', rowsRead: '0', createdAt: new Date(), ...query,
    });
  }

  /** What policy said, before anything is made of it: a refused query keeps its decision. */
  async decided(id: string, facts: Pick<QueryRow, 'decision' | 'policies' | 'tables'>): Promise<void> {
    await this.update(this.dataSource.manager, id, facts);
  }

  /** The query was decided and rewritten, and is given to an engine now. */
  async run(id: string, facts: Partial<QueryRow>): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const row = await this.update(tx, id, { ...facts, state: 'RUNNING', startedAt: new Date() });
      if (row !== undefined) await this.outbox.append(tx, QueryStarted, id, { ...eventOf(row) });
    });
  }

  /** The query is over; a second end changes nothing. */
  async end(id: string, facts: Ending): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const finishedAt = new Date();
      const row = await this.update(tx, id, { ...facts, finishedAt }, 'finished_at IS NULL');
      if (row === undefined) return;
      await this.outbox.append(tx, QueryFinished, id, {
        ...eventOf(row), state: row.state, rows: Number(row.rows), bytes: Number(row.bytes), masks: row.masks, filters: row.filters,
        elapsedMs: finishedAt.getTime() - row.created_at.getTime(), ...(row.error === null ? {} : { error: row.error.name }),
      });
    });
  }

  /** Changes a record and reads it back in one statement; every query waits for these. */
  private async update(tx: EntityManager, id: string, facts: Partial<QueryRow>, condition = 'true'): Promise<Stored | undefined> {
    const { raw } = await tx.createQueryBuilder().update(QueryRow).set(facts as never).where('id = :id', { id }).andWhere(condition)
      .returning('"id", "user", "cluster", "decision", "tables", "policies", "state", "rows", "bytes", "masks", "filters", "error", "created_at"').execute();
    return (raw as Stored[])[0];
  }

  private get gateway(): string {
    return `${this.config.HOST}:${this.config.PORT}`;
  }
}

/** What the database gives back of a record. */
type Stored = Pick<QueryRow, 'id' | 'user' | 'cluster' | 'decision' | 'tables' | 'policies' | 'state' | 'rows' | 'bytes' | 'masks' | 'filters' | 'error'> & { created_at: Date };

const eventOf = (row: Stored) => ({
  id: row.id, user: row.user, tables: row.tables, policies: row.policies,
  ...(row.cluster === null ? {} : { cluster: row.cluster }), ...(row.decision === null ? {} : { decision: row.decision }),
});
