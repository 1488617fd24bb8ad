import { type AccessControl, type Caller, DomainError, NotFound, PolicyDenied, refusalOf } from '@dataos/contracts-core';
import type { Runtime } from '@dataos/contracts-poros';
import { ACCESS } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { ResourcesService } from '../resources/resources.service.js';
import { idOf } from '../resources/resource.view.js';
import { LocalRuntime } from '../runtime/local.runtime.js';
import { RunStore, toRun } from './run.store.js';

interface Place { readonly ws: string; readonly type: string; readonly name: string }

/** Tells what runs and what it wrote. */
@Injectable()
export class RunsService {
  constructor(
    private readonly resources: ResourcesService, private readonly runs: RunStore, private readonly runtime: LocalRuntime, @Inject(ACCESS) private readonly access: AccessControl,
  ) {}

  async of({ ws, type, name }: Place): Promise<Runtime> {
    const row = await this.resources.find({ type, name, workspace: ws });
    return { id: idOf(row), status: row.state.runtime, runs: (await this.runs.recent(row.uid)).map(toRun) };
  }

  /** A log may hold what its run read: it is for who it ran as, and whom policy lets read logs. */
  async log({ ws, type, name }: Place, { run, node }: { run?: string | undefined; node?: string | undefined }, caller: Caller): Promise<string> {
    const row = await this.resources.find({ type, name, workspace: ws });
    const found = (await this.runs.recent(row.uid)).find(({ id }) => run === undefined || id === run);
    if (found === undefined) throw new DomainError(NotFound, run === undefined ? `${idOf(row)} has not run yet.` : `${idOf(row)} has no run ${run}.`);
    if (found.runAs !== caller.id) await this.mayReadLogs(`/poros/api/v1/workspaces/${ws}/resources/${type}/${name}/log`, caller);
    const nodes = found.nodes.filter((candidate) => node === undefined || candidate.name === node);
    if (nodes.length === 0) throw new DomainError(NotFound, `The run ${found.id} has no job ${node}.`);
    const parts = await Promise.all(nodes.map(async ({ name: job, job: id, reason }) => {
      const log = id === undefined ? undefined : await this.runtime.log(id);
      return `== ${job}${reason === undefined ? '' : ` (${reason})`}\n${log?.text ?? ''}`;
    }));
    return parts.join('\n');
  }

  /** A right of its own: who may GET below /poros may not therefore read what jobs of others wrote. */
  private async mayReadLogs(path: string, { token, ...principal }: Caller): Promise<void> {
    const decision = await this.access.authorize({ token, principal, predicate: 'read-logs', paths: [path] });
    if (!decision.allow) throw new DomainError(PolicyDenied, decision.reason ?? `${principal.id} may not read logs of runs of others.`, refusalOf(decision));
  }
}
