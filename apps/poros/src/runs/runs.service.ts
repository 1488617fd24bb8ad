import { DomainError, NotFound } from '@dataos/contracts-core';
import type { Runtime } from '@dataos/contracts-poros';
import { Injectable } from '@nestjs/common';
import { ResourcesService } from '../resources/resources.service.js';
import { idOf } from '../resources/resource.view.js';
import { LocalRuntime } from '../runtime/local.runtime.js';
import { RunStore, toRun } from './run.store.js';

interface Place { readonly ws: string; readonly type: string; readonly name: string }

/** Tells what runs and what it wrote. */
@Injectable()
export class RunsService {
  constructor(private readonly resources: ResourcesService, private readonly runs: RunStore, private readonly runtime: LocalRuntime) {}

  async of({ ws, type, name }: Place): Promise<Runtime> {
    const row = await this.resources.find({ type, name, workspace: ws });
    return { id: idOf(row), status: row.state.runtime, runs: (await this.runs.recent(row.uid)).map(toRun) };
  }

  async log({ ws, type, name }: Place, { run, node }: { run?: string | undefined; node?: string | undefined }): Promise<string> {
    const row = await this.resources.find({ type, name, workspace: ws });
    const found = (await this.runs.recent(row.uid)).find(({ id }) => run === undefined || id === run);
    if (found === undefined) throw new DomainError(NotFound, run === undefined ? `${idOf(row)} has not run yet.` : `${idOf(row)} has no run ${run}.`);
    const nodes = found.nodes.filter((candidate) => node === undefined || candidate.name === node);
    if (nodes.length === 0) throw new DomainError(NotFound, `The run ${found.id} has no job ${node}.`);
    const parts = await Promise.all(nodes.map(async ({ name: job, job: id, reason }) => {
      const log = id === undefined ? undefined : await this.runtime.log(id);
      return `== ${job}${reason === undefined ? '' : ` (${reason})`}\n${log?.text ?? ''}`;
    }));
    return parts.join('\n');
  }
}
