import { RunFinished, type Run, type RunNode, type RunPhase, RunStarted } from '@dataos/contracts-poros';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { DagJob } from '../manifests/type-schemas.js';
import { ResourceRow } from '../resources/resource.entity.js';
import { idOf } from '../resources/resource.view.js';
import { RunRow } from './run.entity.js';
import { freshNode } from './run-plan.js';

const active: RunPhase[] = ['pending', 'running'];

/** Keeps runs; what happens to them is told in the same transaction. */
@Injectable()
export class RunStore {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox) {}

  private get runs() { return this.dataSource.getRepository(RunRow); }

  recent(resource: string, take = 50): Promise<RunRow[]> { return this.runs.find({ where: { resource }, order: { startedAt: 'DESC' }, take }); }
  activeOf(resource: string): Promise<RunRow[]> { return this.runs.find({ where: { resource, phase: In(active) }, order: { startedAt: 'ASC' } }); }

  /** Begins a run of the workflow as it is declared now; `nextRunAt` moves its schedule on in the same step. */
  async begin(row: ResourceRow, dag: readonly DagJob[], nextRunAt?: Date | null): Promise<RunRow> {
    const run: RunRow = {
      id: `${row.name}-${randomBytes(4).toString('hex')}`, resource: row.uid, resourceId: idOf(row), generation: row.generation, phase: 'running', runAs: row.owner,
      dag: [...dag], nodes: dag.map(freshNode), startedAt: new Date(), finishedAt: null,
    };
    await this.dataSource.transaction(async (tx) => {
      await tx.insert(RunRow, run as never);
      if (nextRunAt !== undefined) await tx.update(ResourceRow, { uid: row.uid }, { nextRunAt });
      await this.outbox.append(tx, RunStarted, run.resourceId, factsOf(run));
    });
    return run;
  }

  /** Records the nodes of a run, and its end; each job that began or ended is told once. */
  async save(run: RunRow, nodes: RunNode[], ended?: RunPhase): Promise<RunRow> {
    return this.dataSource.transaction(async (tx) => {
      for (const node of nodes) {
        const before = run.nodes.find(({ name }) => name === node.name);
        if (before?.phase !== node.phase || before.attempt !== node.attempt) await this.tell(tx, run, before, node);
      }
      const finishedAt = ended === undefined ? null : new Date();
      const changed: RunRow = { ...run, nodes, phase: ended ?? run.phase, finishedAt };
      await tx.update(RunRow, { id: run.id }, { nodes: nodes as never, phase: changed.phase, finishedAt });
      if (ended !== undefined && finishedAt !== null) {
        const reason = nodes.find(({ phase }) => phase === 'failed' || phase === 'stopped')?.reason;
        await this.outbox.append(tx, RunFinished, run.resourceId, {
          ...factsOf(run), phase: ended, finishedAt: finishedAt.toISOString(), inputs: [], outputs: [], columns: [], ...(reason === undefined ? {} : { reason }),
        });
      }
      return changed;
    });
  }

  private async tell(tx: EntityManager, run: RunRow, before: RunNode | undefined, node: RunNode): Promise<void> {
    const facts = { ...factsOf(run), job: node.name, stack: node.stack, attempt: node.attempt, ...(node.job === undefined ? {} : { jobId: node.job }), ...(node.pid === undefined ? {} : { pid: node.pid }), startedAt: node.startedAt ?? run.startedAt.toISOString() };
    if (before?.phase === 'pending' && node.phase !== 'skipped') await this.outbox.append(tx, RunStarted, run.resourceId, facts);
    if (node.phase === 'pending' || node.phase === 'running' || node.finishedAt === undefined) return;
    await this.outbox.append(tx, RunFinished, run.resourceId, {
      ...facts, phase: node.phase, finishedAt: node.finishedAt, inputs: node.inputs, outputs: node.outputs, columns: node.columns, ...(node.reason === undefined ? {} : { reason: node.reason }),
    });
  }
}

const factsOf = (run: RunRow) => ({ run: run.id, resource: run.resourceId, runAs: run.runAs, generation: run.generation, startedAt: run.startedAt.toISOString() });

export const toRun = (run: RunRow): Run => ({
  id: run.id, resource: run.resourceId, generation: run.generation, phase: run.phase, runAs: run.runAs, startedAt: run.startedAt.toISOString(),
  ...(run.finishedAt === null ? {} : { finishedAt: run.finishedAt.toISOString() }), nodes: run.nodes,
});
