import type { Client } from '@dataos/contracts-core';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import type { RunNode, RunPhase } from '@dataos/contracts-poros';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { HEIMDALL, type PorosConfig } from '../config.js';
import { type Schedule, WorkflowBlock } from '../manifests/type-schemas.js';
import type { Observation } from '../reconcile/state.js';
import { built, type Worker } from '../reconcile/worker.js';
import type { ResourceRow } from '../resources/resource.entity.js';
import { type LocalObservation, LocalRuntime } from '../runtime/local.runtime.js';
import type { RunRow } from './run.entity.js';
import { planRun, triesAgain } from './run-plan.js';
import { RunStore } from './run.store.js';
import { nextTick } from './schedule.js';

const LOOK_AGAIN_MS = 400;
/** Longer than the longest token would help nobody: heimdall issues none beyond. */
const TOKEN_S = 3_600;
const ended: readonly string[] = ['succeeded', 'failed', 'stopped'];

/** Runs workflows: once for each generation, or by their schedule. */
@Injectable()
export class WorkflowWorker implements Worker {
  readonly types = ['workflow'];

  constructor(
    private readonly runs: RunStore, private readonly runtime: LocalRuntime,
    @Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>, @Inject(CONFIG) private readonly config: PorosConfig,
  ) {}

  async reconcile(row: ResourceRow): Promise<Observation> {
    const { dag, schedule } = WorkflowBlock.parse(row.manifest['workflow']);
    for (const old of await this.runs.activeOf(row.uid)) if (old.generation !== row.generation) await this.stop(old, 'replaced by a newer version of the workflow');
    const next = schedule === undefined ? await this.once(row, dag) : await this.tick(row, dag, schedule);
    for (const run of await this.runs.activeOf(row.uid)) await this.advance(run);
    return this.observe(row, schedule, next);
  }

  async remove(row: ResourceRow): Promise<Observation> {
    for (const run of await this.runs.activeOf(row.uid)) await this.stop(run, 'the workflow was deleted');
    return built('removed');
  }

  private async once(row: ResourceRow, dag: WorkflowBlock['dag']): Promise<undefined> {
    const [last] = await this.runs.recent(row.uid, 1);
    if (last?.generation !== row.generation) await this.runs.begin(row, dag);
    return undefined;
  }

  /** Starts what is due. Ticks missed while nobody looked are one run, not many. */
  private async tick(row: ResourceRow, dag: WorkflowBlock['dag'], schedule: Schedule): Promise<Date | undefined> {
    const now = new Date();
    const next = nextTick(schedule, now);
    if (row.nextRunAt === null || row.nextRunAt > now) return row.nextRunAt ?? next;
    const active = await this.runs.activeOf(row.uid);
    if (active.length > 0 && schedule.concurrencyPolicy === 'Forbid') return next;
    if (schedule.concurrencyPolicy === 'Replace') for (const run of active) await this.stop(run, 'replaced by the next scheduled run');
    await this.runs.begin(row, dag, next ?? null);
    return next;
  }

  private async observe(row: ResourceRow, schedule: Schedule | undefined, next: Date | undefined): Promise<Observation & { nextRunAt?: Date | null }> {
    const [last] = await this.runs.recent(row.uid, 1);
    const running = (await this.runs.activeOf(row.uid)).length > 0;
    const runtime = running ? 'running' : schedule !== undefined && next !== undefined ? `next:${next.toISOString()}` : phaseWord(last?.phase);
    const reason = last?.nodes.find(({ phase }) => phase === 'failed' || phase === 'stopped');
    const info = running ? 'runs' : reason?.reason === undefined ? 'nothing left to do' : `${reason.name}: ${reason.reason}`;
    const untilNext = next === undefined ? undefined : Math.min(Math.max(next.getTime() - Date.now(), 50), 2_000_000_000);
    const againInMs = running ? LOOK_AGAIN_MS : untilNext;
    return built(info, { runtime, ...(againInMs === undefined ? {} : { againInMs }), ...(schedule === undefined ? {} : { nextRunAt: next ?? null }) } as Partial<Observation>);
  }

  private async advance(run: RunRow): Promise<void> {
    const nodes = await Promise.all(run.nodes.map((node) => this.look(run, node)));
    const plan = planRun(run.dag, nodes);
    const now = new Date().toISOString();
    const moved: RunNode[] = [];
    for (const node of nodes) {
      if (plan.skip.includes(node.name)) moved.push({ ...node, phase: 'skipped', finishedAt: now, reason: 'a job it depends on did not succeed' });
      else moved.push(plan.start.includes(node.name) ? await this.start(run, node) : node);
    }
    if (plan.ended !== undefined || JSON.stringify(moved) !== JSON.stringify(run.nodes)) await this.runs.save(run, moved, plan.ended);
  }

  /** Submitting is idempotent by the job's id, so nothing is lost or done twice when this service dies in between. */
  private async start(run: RunRow, node: RunNode): Promise<RunNode> {
    const declared = run.dag.find(({ name }) => name === node.name);
    if (declared === undefined) return { ...node, phase: 'failed', finishedAt: new Date().toISOString(), reason: 'the workflow no longer declares this job' };
    const job = `${run.id}-${node.name}-${node.attempt}`;
    const { token } = await this.heimdall.issueToken({ body: { user: run.runAs, ttlSeconds: TOKEN_S } });
    const { HEIMDALL_URL, DEPOT_SERVICE_URL, METIS_URL } = this.config;
    await this.runtime.submit({ id: job, stack: declared.spec.stack, stackSpec: declared.spec.stackSpec, token, services: { HEIMDALL_URL, DEPOT_SERVICE_URL, METIS_URL } });
    return { ...node, job, phase: 'running', startedAt: new Date().toISOString() };
  }

  private async look(run: RunRow, node: RunNode): Promise<RunNode> {
    if (node.phase !== 'running' || node.job === undefined) return node;
    const seen = await this.runtime.observe(node.job);
    if (seen?.phase === 'pending') return node;
    if (seen?.phase === 'running') return { ...node, pid: seen.pid };
    const after = endOf(node, seen);
    const declared = run.dag.find(({ name }) => name === node.name);
    if (after.phase === 'succeeded' || declared === undefined) return after;
    const lost = seen === undefined || seen.phase === 'stopped' || /^the process of the job/.test(after.reason ?? '');
    return triesAgain(declared, node, lost) ? { ...node, phase: 'pending', attempt: node.attempt + 1, job: undefined, pid: undefined, reason: after.reason } as RunNode : after;
  }

  private async stop(run: RunRow, reason: string): Promise<void> {
    for (const { job, phase } of run.nodes) if (job !== undefined && phase === 'running') await this.runtime.stop(job);
    const finishedAt = new Date().toISOString();
    await this.runs.save(run, run.nodes.map((node) => (ended.includes(node.phase) ? node : { ...node, phase: 'stopped' as const, reason, finishedAt })), 'stopped');
  }
}

function endOf(node: RunNode, seen: LocalObservation | undefined): RunNode {
  if (seen === undefined || seen.phase === 'pending' || seen.phase === 'running') return { ...node, phase: 'failed', finishedAt: new Date().toISOString(), reason: 'the job is not known to the runtime any more' };
  const { phase, finishedAt, reason, inputs, outputs, columns } = seen;
  return { ...node, phase, finishedAt, inputs, outputs, columns, ...(reason === undefined ? {} : { reason }) };
}

const phaseWord = (phase: RunPhase | undefined): string => (phase === undefined || phase === 'pending' ? '' : phase === 'stopped' ? 'aborted' : phase);
