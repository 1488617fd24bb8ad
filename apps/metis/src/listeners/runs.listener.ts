import { type EventOf, parseAddress } from '@dataos/contracts-core';
import { ScanRequest } from '@dataos/contracts-metis';
import { RunFinished } from '@dataos/contracts-poros';
import { HandlesEvent } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Inheritance } from '../lineage/inheritance.service.js';
import { LineageService } from '../lineage/lineage.service.js';
import { ScansService } from '../scans/scans.service.js';

/** A job that succeeded leaves lineage, and data that the catalog should know. */
@Injectable()
export class RunsListener {
  constructor(private readonly lineage: LineageService, private readonly inheritance: Inheritance, private readonly scans: ScansService) {}

  @HandlesEvent(RunFinished)
  async onFinished({ data, subject, time }: EventOf<typeof RunFinished>, tx: EntityManager): Promise<void> {
    if (data.phase !== 'succeeded' || data.outputs.length === 0) return;
    await this.inheritance.pass(tx, data);
    await this.lineage.record(tx, data, { job: data.job === undefined ? subject : `${subject}:${data.job}`, run: data.run, at: new Date(time) });
    const depots = new Set(data.outputs.flatMap((address) => parseAddress(address)?.depot ?? []));
    for (const depot of depots) await this.scans.accept(tx, ScanRequest.parse({ depot }), data.runAs);
  }
}
