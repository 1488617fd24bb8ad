import { DomainError, TooManyRequests } from '@dataos/contracts-core';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OdinConfig } from '../config.js';
import { Budget } from '../sparql/budget.js';
import { type Dataset, PostgresSource } from './postgres-source.js';

const CANCELLED = '57014';

/** Opens the graph for one answer: one state, read only, bounded in time, statements and answers at once. */
@Injectable()
export class GraphReader {
  private running = 0;

  constructor(private readonly dataSource: DataSource, @Inject(CONFIG) private readonly config: OdinConfig) {}

  async read<T>(dataset: Dataset, work: (source: PostgresSource, budget: Budget) => Promise<T>): Promise<T> {
    if (this.running >= this.config.QUERIES_AT_ONCE) throw new DomainError(TooManyRequests, 'Too many questions at once; ask again in a moment.');
    this.running += 1;
    const budget = new Budget({ timeMs: this.config.QUERY_TIME_MS, rows: this.config.QUERY_ROWS, steps: this.config.QUERY_STEPS });
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await runner.query(`SET LOCAL statement_timeout = ${budget.left}`);
      await runner.query('SET LOCAL jit = off');
      return await work(new PostgresSource(runner, dataset, budget), budget);
    } catch (error) {
      throw (error as { driverError?: { code?: string } }).driverError?.code === CANCELLED ? budget.late() : error;
    } finally {
      this.running -= 1;
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  }
}
