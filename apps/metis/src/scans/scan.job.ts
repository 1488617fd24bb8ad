import { DomainError } from '@dataos/contracts-core';
import { CONFIG, HandlesJob, Jobs, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { MetisConfig } from '../config.js';
import { ScanLog } from './scan-log.js';
import { Scanner } from './scanner.js';
import { SCAN_JOB } from './scans.service.js';

const Payload = z.object({ scan: z.uuid() });

/** Runs scans as durable jobs: shows signs of life, tries again what may pass, and takes up what a dead process left. */
@Injectable()
export class ScanJob implements OnApplicationBootstrap, OnModuleDestroy {
  private watch: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: ScanLog,
    private readonly scanner: Scanner,
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: MetisConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @HandlesJob(SCAN_JOB)
  async run(payload: unknown): Promise<void> {
    const scan = await this.log.begin(Payload.parse(payload).scan);
    if (scan === undefined) return;
    if (scan.attempt > this.config.SCAN_ATTEMPTS) {
      await this.log.fail(scan.id, `given up after ${this.config.SCAN_ATTEMPTS} attempts: ${scan.cause ?? 'no cause known'}`);
      return;
    }
    const heart = setInterval(() => this.quietly(this.log.beat(scan.id)), this.config.SCAN_STALE_SECONDS * 250);
    try {
      await this.scanner.scan(scan);
    } catch (error) {
      await this.settle(scan.id, scan.attempt, error);
    } finally {
      clearInterval(heart);
    }
  }

  /** A refusal is final; what is not available now is tried again while attempts are left. */
  private async settle(id: string, attempt: number, error: unknown): Promise<void> {
    const cause = causeOf(error);
    if (!DomainError.is(error)) this.logger.error({ err: error, scan: id }, 'scan failed unexpectedly');
    const passing = !DomainError.is(error) || error.status >= 500;
    if (!passing || attempt >= this.config.SCAN_ATTEMPTS) {
      await this.log.fail(id, cause);
      return;
    }
    await this.log.postpone(id, cause);
    throw error;
  }

  onApplicationBootstrap(): void {
    const every = Math.min(this.config.SCAN_STALE_SECONDS * 1_000, 5_000);
    this.watch = setInterval(() => this.quietly(this.takeUp()), every);
  }

  onModuleDestroy(): void {
    clearInterval(this.watch);
  }

  private async takeUp(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      for (const scan of await this.log.reclaim(tx, this.config.SCAN_STALE_SECONDS)) {
        await this.jobs.enqueue(tx, SCAN_JOB, { scan }, { key: `scan:${scan}` });
      }
    });
  }

  private quietly(work: Promise<void>): void {
    work.catch((error: unknown) => this.logger.warn({ err: error }, 'scan watch could not work'));
  }
}

/** What a caller may be told of a failure; the rest is in the log. */
const causeOf = (error: unknown): string => (DomainError.is(error) ? error.detail : 'an unexpected failure; the log of metis has the cause');
