import { CONFIG, HandlesJob, HandlesSchedule, Jobs, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MinervaConfig } from '../config.js';
import { QueryRow } from '../queries/query.entity.js';
import { eventsOf, type RunEvent } from './openlineage.js';

/** It is there, but did not take the event. */
class NotTaken extends Error {}

const JOB = 'lineage-delivery';
const TIMEOUT_MS = 10_000;
const AT_ONCE = 20;
/** So long a copy that took some may need; after that another tries. */
const LEASE_S = 300;
const GIVE_UP_DAYS = 7;

/**
 * Tells an OpenLineage consumer of queries. What is to be told stands in the record of the query, written with its end, so that nothing is
 * lost whenever a process dies; the consumer may hear of a query twice, and knows it by its run.
 */
@Injectable()
export class LineageDeliveries implements OnModuleDestroy {
  private nudge: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource, private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: MinervaConfig, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleDestroy(): void {
    clearTimeout(this.nudge);
  }

  /** There is something to tell: soon, and together with what comes until then. Should this be forgotten, the next minute finds it. */
  soon(ms = 500): void {
    this.nudge ??= setTimeout(() => {
      this.nudge = undefined;
      this.jobs.enqueue(this.dataSource.manager, JOB, {}, { key: JOB }).catch((error: unknown) => this.logger.warn({ err: error }, 'lineage waits for the next minute'));
    }, ms).unref();
  }

  @HandlesSchedule('* * * * *', 'lineage-sweep')
  sweep(): Promise<void> {
    return this.deliver();
  }

  @HandlesJob(JOB)
  async deliver(): Promise<void> {
    const { OPENLINEAGE_URL: url } = this.config;
    if (url === undefined) return;
    for (let rows = await this.take(); rows.length > 0; rows = await this.take()) {
      if (!(await this.tellAll(url, rows))) return;
    }
  }

  /** Whether there is somebody to tell. One that is away is not asked for the rest; all of it stays due. */
  private async tellAll(url: string, rows: readonly QueryRow[]): Promise<boolean> {
    let away: unknown;
    for (const row of rows) {
      try {
        if (away !== undefined) throw away;
        for (const event of row.trace === null ? [] : eventsOf(row, row.trace, this.config.OPENLINEAGE_SQL)) await this.tell(url, event);
        await this.again(row.id, null);
      } catch (error) {
        if (!(error instanceof NotTaken)) away = error;
        await this.later(row, error);
      }
    }
    return away === undefined;
  }

  private async tell(url: string, event: RunEvent): Promise<void> {
    const { OPENLINEAGE_API_KEY: key } = this.config;
    const answer = await fetch(url, {
      method: 'POST', body: JSON.stringify(event), redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new NotTaken(`it answered ${answer.status}`);
  }

  /** The longer a query is over, the longer the next try can wait; after some days it is given up. */
  private async later({ id, finishedAt }: QueryRow, error: unknown): Promise<void> {
    const ageS = (Date.now() - (finishedAt ?? new Date()).getTime()) / 1_000;
    const over = ageS > GIVE_UP_DAYS * 86_400;
    this.logger.warn({ query: id, reason: error instanceof Error ? error.message : String(error) }, over ? 'an OpenLineage consumer was never told of a query' : 'an OpenLineage consumer could not be told of a query yet');
    await this.again(id, over ? null : new Date(Date.now() + Math.min(3_600, 2 + ageS / 2) * 1_000));
  }

  /** Takes what is due, for nobody else until the lease is over. */
  private async take(): Promise<QueryRow[]> {
    const [taken] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE "query" SET "trace_due" = now() + make_interval(secs => $1) WHERE "id" IN (
         SELECT "id" FROM "query" WHERE "trace_due" <= now() ORDER BY "trace_due" LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING "id"`, [LEASE_S, AT_ONCE]);
    return taken.length === 0 ? [] : this.dataSource.getRepository(QueryRow).find({ where: taken.map(({ id }) => ({ id })), order: { finishedAt: 'ASC' } });
  }

  private async again(id: string, due: Date | null): Promise<void> {
    await this.dataSource.getRepository(QueryRow).update({ id }, { traceDue: due });
  }
}
