import type { AnswerOf, Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { metisApi } from '@dataos/contracts-metis';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Inheritance } from './inheritance.service.js';
import { LineageService } from './lineage.service.js';
import { reportOf, timeOf } from './openlineage.js';
import { TagPassing } from './tag-passing.service.js';

const { routes } = metisApi;

@Controller()
export class LineageController {
  constructor(private readonly lineage: LineageService, private readonly inheritance: Inheritance, private readonly tags: TagPassing, private readonly dataSource: DataSource) {}

  @Endpoint(routes.getLineage)
  graph(@Input() { params, query }: InputOf<typeof routes.getLineage>): Promise<AnswerOf<typeof routes.getLineage>> {
    return this.lineage.graph(params.id, query);
  }

  @Endpoint(routes.passTags)
  async passTags(@Input() { body }: InputOf<typeof routes.passTags>, @Caller() caller: CallerType): Promise<AnswerOf<typeof routes.passTags>> {
    return { outputs: await this.tags.pass(body.columns, caller) };
  }

  @Endpoint(routes.recordLineage)
  async record(@Input() { body }: InputOf<typeof routes.recordLineage>): Promise<AnswerOf<typeof routes.recordLineage>> {
    const report = reportOf(body);
    if (report === undefined) return { accepted: false, edges: 0 };
    const job = body.job ?? body.action;
    const run = { job: job === undefined ? undefined : `${job.namespace}/${job.name}`, run: body.run.runId, at: timeOf(body) };
    return { accepted: true, edges: await this.dataSource.transaction(async (tx) => {
      await this.inheritance.pass(tx, report);
      return this.lineage.record(tx, report, run);
    }) };
  }
}
