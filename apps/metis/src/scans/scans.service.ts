import { randomUUID } from 'node:crypto';
import { DomainError, type Page } from '@dataos/contracts-core';
import { type Scan, ScanNotFound, type ScanRequest } from '@dataos/contracts-metis';
import { Jobs } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { clock } from '../assets/catalog.js';
import { checkFilter } from './filter.js';
import { ScanRow } from './scan.entity.js';
import { noCounts, toScan } from './scan.view.js';

export const SCAN_JOB = 'scan';
const pollMs = 200;

/** Accepts scans and tells how they are. */
@Injectable()
export class ScansService {
  constructor(private readonly dataSource: DataSource, private readonly jobs: Jobs) {}

  /** Accepts a scan; once it is accepted it will end, succeeded or failed, whatever crashes meanwhile. */
  async request(request: ScanRequest, caller: string): Promise<Scan> {
    checkFilter(request.schemaFilter);
    checkFilter(request.tableFilter);
    return toScan(await this.dataSource.transaction((tx) => this.accept(tx, request, caller)));
  }

  /** Accepts a scan in the caller's transaction: it will run if and only if that commits. */
  async accept(tx: EntityManager, request: ScanRequest, caller: string): Promise<ScanRow> {
    const scan = await tx.save(ScanRow, {
      id: randomUUID(), depot: request.depot, request, state: 'queued' as const, requestedBy: caller, createdAt: await clock(tx), startedAt: null, finishedAt: null,
      heartbeatAt: null, attempt: 0, counts: noCounts, cause: null, faults: [],
    });
    await this.jobs.enqueue(tx, SCAN_JOB, { scan: scan.id }, { key: `scan:${scan.id}` });
    return scan;
  }

  /** The scan; with `waitSeconds` once it has ended or the time is over. */
  async get(id: string, waitSeconds: number): Promise<Scan> {
    const end = Date.now() + waitSeconds * 1_000;
    for (;;) {
      const row = await this.dataSource.getRepository(ScanRow).findOneBy({ id });
      if (row === null) throw new DomainError(ScanNotFound, `There is no scan ${id}.`, { scan: id });
      if (row.finishedAt !== null || Date.now() >= end) return toScan(row);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  async list({ page, size, depot }: { page: number; size: number; depot?: string | undefined }): Promise<Page<Scan>> {
    const [rows, total] = await this.dataSource.getRepository(ScanRow).findAndCount({
      where: depot === undefined ? {} : { depot }, order: { createdAt: 'DESC', id: 'ASC' }, skip: (page - 1) * size, take: size,
    });
    return { items: rows.map(toScan), total, page, size };
  }
}
