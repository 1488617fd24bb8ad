import { describe, expect, it } from '@jest/globals';
import type { Pod } from '@dataos/contracts-operations';
import fc from 'fast-check';
import { endVanished, isFinished, measure, merge, type Observation } from './merge.js';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const service = (pid: number, start: number, more: Partial<Observation> = {}): Observation =>
  ({ id: `service.metis.${pid}.${start}`, kind: 'service', name: 'metis', pid, restarts: 0, startedAt: at(start), phase: 'running', ...more });
const job = (name: string, more: Partial<Observation> = {}): Observation => ({ ...service(7, 1), id: `job.r.${name}.1`, kind: 'job', name: 'load', ...more });
const phases = (pods: readonly Pod[]): Record<string, string> => Object.fromEntries(pods.map(({ id, phase }) => [id, phase]));

describe('merging what was observed into what is known', () => {
  const exit = { code: null, signal: 'SIGKILL', at: at(5) };
  it.each<[string, Pod[], Observation[], Partial<Pod>[]]>([
    ['a first sight', [], [service(1, 0)], [{ pid: 1, phase: 'running' }]],
    ['a process that became ready', [service(1, 0, { phase: 'pending' })], [service(1, 0)], [{ pid: 1, phase: 'running' }]],
    ['a process that ended', [service(1, 0)], [service(1, 0, { phase: 'failed', finishedAt: at(5), lastExit: exit })], [{ pid: 1, phase: 'failed', finishedAt: at(5) }]],
    ['a new pid, with the exit of the old', [service(1, 0)], [service(2, 6, { restarts: 1, lastExit: exit })],
      [{ pid: 1, phase: 'failed', restarts: 0, finishedAt: at(5), lastExit: exit, reason: 'it was ended by SIGKILL' }, { pid: 2, phase: 'running', restarts: 1 }]],
    ['a new pid after an exit with code 0', [service(1, 0)], [service(2, 6, { lastExit: { code: 0, signal: null, at: at(5) } })], [{ pid: 1, phase: 'succeeded' }, { pid: 2 }]],
    ['a new pid without a word about the old', [service(1, 0)], [service(2, 6)], [{ pid: 1, phase: 'failed', finishedAt: at(6), reason: 'another process took its place' }, { pid: 2 }]],
    ['a new pid whose exit is older than the old pod', [service(1, 6)], [service(2, 9, { lastExit: exit })], [{ pid: 1, reason: 'another process took its place' }, { pid: 2 }]],
    ['the same pid, reused later', [service(1, 0)], [service(1, 6)], [{ startedAt: at(0), phase: 'failed' }, { startedAt: at(6), phase: 'running' }]],
    ['two jobs of one name, which live side by side', [job('a')], [job('b', { startedAt: at(9) })], [{ id: 'job.r.a.1', phase: 'running' }, { id: 'job.r.b.1', phase: 'running' }]],
  ])('follows %s', (_, known, observed, expected) => {
    const merged = merge(known, observed);
    expect(merged).toHaveLength(expected.length);
    expected.forEach((pod, i) => expect(merged[i]).toMatchObject(pod));
  });

  it('never changes a finished pod, nor forgets that one ran, nor goes back to an older process', () => {
    const failed = service(1, 0, { phase: 'failed', finishedAt: at(1) });
    expect(merge([failed], [service(1, 0)])).toEqual([failed]);
    expect(merge([service(1, 0)], [service(1, 0, { phase: 'pending' })])).toEqual([service(1, 0)]);
    expect(merge([service(2, 6)], [service(1, 0)])).toEqual([service(2, 6)]);
    expect(merge([service(1, 0)], [])).toEqual([service(1, 0)]);
  });

  it('keeps the usage of a pod that is seen again, and other services as they are', () => {
    const usage = { at: at(2), cpu: 1, memory: 2 };
    const other = service(9, 0, { id: 'o', name: 'odin' });
    expect(merge([{ ...service(1, 0), usage }, other], [service(1, 0)])).toEqual([{ ...service(1, 0), usage }, other]);
  });

  const observation = fc.record({
    kind: fc.constantFrom('service' as const, 'engine' as const, 'job' as const), name: fc.constantFrom('a', 'b'), pid: fc.integer({ min: 1, max: 3 }), start: fc.integer({ min: 0, max: 3 }),
    phase: fc.constantFrom('pending' as const, 'running' as const, 'succeeded' as const, 'failed' as const), restarts: fc.integer({ min: 0, max: 2 }),
  }).map(({ start, ...rest }): Observation => ({ ...rest, id: `${rest.kind}.${rest.name}.${rest.pid}.${start}`, startedAt: at(start), ...(isFinished(rest) ? { finishedAt: at(start + 1) } : {}) }));
  const batch = fc.array(observation, { maxLength: 8 });

  it('changes nothing when the same observation comes twice', () => {
    fc.assert(fc.property(batch, batch, (first, second) => {
      const once = merge(merge([], first), second);
      expect(merge(once, second)).toEqual(once);
    }));
  });

  it('keeps one living process per service, every pod, and every end', () => {
    fc.assert(fc.property(batch, batch, (first, second) => {
      const before = merge([], first);
      const after = merge(before, second);
      const live = after.filter((pod) => pod.kind !== 'job' && !isFinished(pod)).map(({ kind, name }) => `${kind} ${name}`);
      expect(new Set(live).size).toBe(live.length);
      for (const pod of before) expect(after).toContainEqual(isFinished(pod) ? pod : expect.objectContaining({ id: pod.id }));
    }));
  });
});

describe('measuring', () => {
  const usage = { cpu: 12.5, memory: 1000.4, startedAt: at(0) };

  it('puts what was measured on live pods only', () => {
    const ended = service(2, 0, { name: 'odin', phase: 'failed', finishedAt: at(1) });
    const [live, gone] = measure([service(1, 0), ended], new Map([[1, usage], [2, usage]]), at(3));
    expect(live?.usage).toEqual({ at: at(3), cpu: 12.5, memory: 1000 });
    expect(gone).toEqual(ended);
  });

  it('does not take a later process of the same pid for the pod', () => {
    expect(measure([service(1, 0)], new Map([[1, { ...usage, startedAt: at(90) }]]), at(99))[0]?.usage).toBeUndefined();
  });

  it('ends pods whose process vanished, after a while, but never jobs', () => {
    const pods = [service(1, 0), { ...service(2, 0), usage: { at: at(25), cpu: 0, memory: 0 } }, job('a', { startedAt: at(0) })];
    const ended = endVanished(pods, at(30), 10_000);
    expect(Object.values(phases(ended))).toEqual(['failed', 'running', 'running']);
    expect(ended[0]).toMatchObject({ finishedAt: at(30), reason: expect.stringContaining('gone') as unknown });
    expect(endVanished(pods, at(9), 10_000)).toEqual(pods);
  });
});
