import { describe, expect, it } from '@jest/globals';
import type { RunPhase } from '@dataos/contracts-poros';
import type { DagJob } from '../manifests/type-schemas.js';
import { freshNode, planRun, triesAgain } from './run-plan.js';
import { checkSchedule, nextTick } from './schedule.js';

const job = (name: string, dependencies: string[] = [], retry?: DagJob['retry']): DagJob => ({ name, dependencies, spec: { stack: 'scanner:2.0', stackSpec: {} }, ...(retry === undefined ? {} : { retry }) });
const dag = [job('a'), job('b', ['a']), job('c')];
const at = (...phases: RunPhase[]) => dag.map((declared, index) => ({ ...freshNode(declared), phase: phases[index] ?? 'pending' }));

describe('a run', () => {
  it.each([
    ['starts every root', at('pending', 'pending', 'pending'), { start: ['a', 'c'], skip: [] }],
    ['waits for what runs', at('running', 'pending', 'succeeded'), { start: [], skip: [] }],
    ['goes on after a success', at('succeeded', 'pending', 'running'), { start: ['b'], skip: [] }],
    ['skips what follows a failure while others go on', at('failed', 'pending', 'running'), { start: [], skip: ['b'] }],
    ['fails with one of its jobs', at('failed', 'pending', 'succeeded'), { start: [], skip: ['b'], ended: 'failed' }],
    ['succeeds with all of them', at('succeeded', 'succeeded', 'succeeded'), { start: [], skip: [], ended: 'succeeded' }],
  ])('%s', (_what, nodes, plan) => expect(planRun(dag, nodes)).toEqual(plan));

  it.each([
    ['no retry, its own failure', undefined, 1, false, false],
    ['no retry, its process lost', undefined, 1, true, true],
    ['no retry, lost three times', undefined, 3, true, false],
    ['one retry, first failure', { count: 1, strategy: 'OnFailure' as const }, 1, false, true],
    ['one retry, second failure', { count: 1, strategy: 'OnFailure' as const }, 2, false, false],
    ['retries of infrastructure only, its own failure', { count: 5, strategy: 'OnError' as const }, 1, false, false],
  ])('tries a job again or not: %s', (_what, retry, attempt, lost, again) => expect(triesAgain(job('a', [], retry), { attempt }, lost)).toBe(again));
});

describe('a schedule', () => {
  const daily = { cron: '0 6 * * *', timezone: 'Europe/Berlin', concurrencyPolicy: 'Allow' as const };
  it('ticks in its time zone, and not after its end', () => {
    expect(nextTick(daily, new Date('2026-07-01T00:00:00Z'))?.toISOString()).toBe('2026-07-01T04:00:00.000Z');
    expect(nextTick({ ...daily, endOn: '2026-07-01T03:00:00Z' }, new Date('2026-07-01T00:00:00Z'))).toBeUndefined();
  });
  it('is refused when it is none', () => {
    expect(checkSchedule(daily, '/s')).toEqual([]);
    expect(checkSchedule({ ...daily, cron: 'often' }, '/s')).toMatchObject([{ pointer: '/s/cron' }]);
    expect(checkSchedule({ ...daily, timezone: 'Mars/Base' }, '/s')).toMatchObject([{ pointer: '/s/timezone' }]);
  });
});
