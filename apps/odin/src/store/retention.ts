import { HandlesSchedule, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TERMS_LOCK } from './graph-writer.js';

/** How long a source is kept after its last event; the others stay. */
const KEPT = [{ prefix: 'query:', days: 30 }, { prefix: 'run:', days: 400 }] as const;

/** Forgets what has become old, and the terms nobody uses any more: what was said of a person must not outlive the person. */
@Injectable()
export class Retention {
  constructor(private readonly dataSource: DataSource, @Inject(LOGGER) private readonly logger: Logger) {}

  @HandlesSchedule('17 3 * * *', 'graph-retention')
  async sweep(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      for (const { prefix, days } of KEPT) {
        await tx.query(`DELETE FROM quad WHERE source IN (SELECT id FROM source WHERE starts_with(key, $1) AND event_time < now() - make_interval(days => $2))`, [prefix, days]);
        await tx.query(`DELETE FROM source WHERE starts_with(key, $1) AND event_time < now() - make_interval(days => $2)`, [prefix, days]);
      }
    });
    await this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [TERMS_LOCK]);
      await tx.query(`DELETE FROM term t WHERE NOT EXISTS (SELECT 1 FROM quad WHERE s = t.id) AND NOT EXISTS (SELECT 1 FROM quad WHERE p = t.id)
        AND NOT EXISTS (SELECT 1 FROM quad WHERE o = t.id) AND NOT EXISTS (SELECT 1 FROM quad WHERE g = t.id)`);
    });
    this.logger.info('the graph was swept');
  }
}
