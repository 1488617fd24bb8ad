import type { EventOf } from '@dataos/contracts-core';
import { QueryTraced } from '@dataos/contracts-minerva';
import { HandlesEvent } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LineageService } from '../lineage/lineage.service.js';
import { jobOf, reportOfQuery } from '../lineage/query-facts.js';

/** What a query made of what; a statement is the same job each time it writes into a table in the same way. */
@Injectable()
export class QueriesListener {
  constructor(private readonly lineage: LineageService) {}

  @HandlesEvent(QueryTraced)
  async onTraced({ data, time }: EventOf<typeof QueryTraced>, tx: EntityManager): Promise<void> {
    const { output, inputs } = data;
    if (output === undefined) return;
    const run = { job: jobOf(data), run: data.id, at: new Date(time), adds: output.change === 'append' };
    const [from] = inputs;
    if (output.change === 'rename' && from !== undefined) return this.lineage.rename(tx, from.address, output.address, run);
    if (output.change === 'create') await this.lineage.begin(tx, output.address, run.at);
    await this.lineage.record(tx, reportOfQuery(data), run);
  }
}
