import type { Pod } from '@dataos/contracts-operations';
import type { EngineStarted, EngineStopped } from '@dataos/contracts-minerva';
import type { RunFinished, RunStarted } from '@dataos/contracts-poros';
import type { EventOf } from '@dataos/contracts-core';
import { z } from 'zod';
import { describeExit, type Observation } from '../pods/merge.js';

const time = z.iso.datetime().transform((text) => new Date(text).toISOString());

/** A process as the supervisor writes it down. */
export const ProcessEntry = z.object({
  name: z.string().min(1),
  /** 0 where the process could not be started at all. */
  pid: z.number().int().min(0),
  restarts: z.number().int().min(0),
  startedAt: time,
  phase: z.enum(['pending', 'running', 'restarting', 'stopping', 'stopped', 'failed']),
  lastExit: z.object({ code: z.number().int().nullable(), signal: z.string().nullable(), at: time }).optional(),
});
export type ProcessEntry = z.output<typeof ProcessEntry>;

/** The pod of a supervised process. Its entry tells an end by an exit later than the start; an earlier exit was its predecessor's. */
export function observeProcess({ name, pid, restarts, startedAt, phase, lastExit }: ProcessEntry): Observation {
  const exit = lastExit !== undefined && lastExit.at >= startedAt ? lastExit : undefined;
  const isOver = exit !== undefined || phase === 'stopped' || phase === 'failed';
  const facts = {
    id: `service.${name}.${pid}.${Date.parse(startedAt)}`, kind: 'service' as const, name, restarts, startedAt,
    ...(pid === 0 ? {} : { pid }), ...(lastExit === undefined ? {} : { lastExit }),
  };
  if (!isOver) return { ...facts, phase: phase === 'running' || phase === 'stopping' ? 'running' : 'pending' };
  const succeeded = phase === 'stopped' || (phase !== 'failed' && exit?.code === 0);
  return { ...facts, phase: succeeded ? 'succeeded' : 'failed', finishedAt: exit?.at ?? startedAt, ...(exit === undefined ? {} : { reason: describeExit(exit) }) };
}

/** The pod of an engine that became ready. */
export function observeEngine({ time: at, data: { cluster, pid, restarts } }: EventOf<typeof EngineStarted>): Observation {
  const startedAt = new Date(at).toISOString();
  return { id: `engine.${cluster}.${pid}.${Date.parse(startedAt)}`, kind: 'engine', name: cluster, phase: 'running', pid, restarts, startedAt };
}

/** The same pod when its engine ended. */
export function observeEngineEnd(pod: Pod, { time: at, data: { expected, reason } }: EventOf<typeof EngineStopped>): Observation {
  const { usage: _usage, ...facts } = pod;
  return { ...facts, phase: expected ? 'succeeded' : 'failed', finishedAt: new Date(at).toISOString(), reason };
}

/** The pod of a job of a run; nothing for the run as a whole and for a job that was skipped, which have no process. */
export function observeJob({ data }: EventOf<typeof RunStarted> | EventOf<typeof RunFinished>): Observation | undefined {
  const { job, run, resource, pid, attempt = 1 } = data;
  if (job === undefined || ('phase' in data && data.phase === 'skipped')) return undefined;
  const facts = {
    id: `job.${run}.${job}.${attempt}`, kind: 'job' as const, name: job, restarts: Math.max(0, attempt - 1), startedAt: new Date(data.startedAt).toISOString(), resource, run,
    ...(pid === undefined || pid <= 0 ? {} : { pid }),
  };
  if (!('phase' in data)) return { ...facts, phase: 'running' };
  const reason = data.reason ?? (data.phase === 'stopped' ? 'it was stopped' : undefined);
  return {
    ...facts, phase: data.phase === 'succeeded' ? 'succeeded' : 'failed', finishedAt: new Date(data.finishedAt).toISOString(), ...(reason === undefined ? {} : { reason }),
  };
}
