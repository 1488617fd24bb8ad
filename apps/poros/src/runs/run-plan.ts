import type { RunNode, RunPhase } from '@dataos/contracts-poros';
import { dependenciesOf } from '../manifests/manifest.js';
import type { DagJob } from '../manifests/type-schemas.js';

/** Attempts of a job whose process was lost through no fault of its own. */
const INFRASTRUCTURE_ATTEMPTS = 3;

/** A node before anything happened. */
export const freshNode = (job: DagJob): RunNode => ({ name: job.name, stack: job.spec.stack, phase: 'pending', attempt: 1, inputs: [], outputs: [], columns: [] });

/** How a run stands: which jobs may start now, which never will, and how the run ended if it has. */
export function planRun(dag: readonly DagJob[], nodes: readonly RunNode[]): { start: string[]; skip: string[]; ended?: RunPhase } {
  const phase = new Map(nodes.map((node) => [node.name, node.phase]));
  const start: string[] = [];
  const skip: string[] = [];
  for (const job of dag) {
    if (phase.get(job.name) !== 'pending') continue;
    const before = dependenciesOf(job).map((name) => phase.get(name));
    if (before.some((state) => state === 'failed' || state === 'stopped' || state === 'skipped')) skip.push(job.name);
    else if (before.every((state) => state === 'succeeded')) start.push(job.name);
  }
  const open = nodes.some((node) => (node.phase === 'pending' && !skip.includes(node.name)) || node.phase === 'running');
  if (open) return { start, skip };
  return { start, skip, ended: nodes.every((node) => node.phase === 'succeeded') ? 'succeeded' : 'failed' };
}

/** Whether a job that ended badly is tried again: as its retry says, and a few times when its process was lost. */
export function triesAgain(job: DagJob, node: Pick<RunNode, 'attempt'>, lost: boolean): boolean {
  const declared = job.retry !== undefined && job.retry.strategy !== 'OnTransientError' && (job.retry.strategy !== 'OnError' || lost) ? job.retry.count + 1 : 1;
  return node.attempt < Math.max(declared, lost ? INFRASTRUCTURE_ATTEMPTS : 1);
}
