import type { Pod, PodKind } from '@dataos/contracts-operations';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { merge, type Observation } from './merge.js';
import { PodEntity } from './pod.entity.js';

/** One writer at a time, among replicas and listeners: merging reads what it is about to change. */
export const POD_LOCK = 71_087;
const LIVE = In(['pending', 'running']);

/** Pods as rows. */
@Injectable()
export class PodStore {
  /** Brings the rows up to date with observations, waiting for the lock; for listeners. */
  async record(tx: EntityManager, observed: readonly Observation[]): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [POD_LOCK]);
    await this.save(tx, merge(await this.concerned(tx, observed), observed));
  }

  /** The live pods, and those of the observations: finished ones must be known to stay so. */
  async concerned(tx: EntityManager, observed: readonly Observation[]): Promise<Pod[]> {
    return (await tx.find(PodEntity, { where: [{ phase: LIVE }, { id: In(observed.map(({ id }) => id)) }] })).map(toPod);
  }

  async findLive(tx: EntityManager, kind: PodKind, name: string, pid: number): Promise<Pod | undefined> {
    const row = await tx.findOne(PodEntity, { where: { kind, name, pid, phase: LIVE }, order: { startedAt: 'DESC' } });
    return row === null ? undefined : toPod(row);
  }

  async save(tx: EntityManager, pods: readonly Pod[]): Promise<void> {
    await tx.save(PodEntity, pods.map(toRow));
  }
}

/** A row as the outside sees it. */
export function toPod({ startedAt, finishedAt, ...row }: PodEntity): Pod {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Omit<Pod, 'startedAt' | 'finishedAt'>;
  return { ...given, startedAt: startedAt.toISOString(), ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }) };
}

function toRow(pod: Pod): PodEntity {
  return {
    id: pod.id, kind: pod.kind, name: pod.name, phase: pod.phase, restarts: pod.restarts, startedAt: new Date(pod.startedAt),
    pid: pod.pid ?? null, finishedAt: pod.finishedAt === undefined ? null : new Date(pod.finishedAt), lastExit: pod.lastExit ?? null,
    reason: pod.reason ?? null, resource: pod.resource ?? null, run: pod.run ?? null, usage: pod.usage ?? null,
  };
}
