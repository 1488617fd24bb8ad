import { describe, expect, it } from '@jest/globals';
import { observeEngine, observeEngineEnd, observeJob, observeProcess, ProcessEntry } from './observe.js';

const entry = { name: 'metis', pid: 7, restarts: 0, startedAt: '2026-01-01T00:00:10Z', phase: 'running' };
const before = { code: 1, signal: null, at: '2026-01-01T00:00:05.000Z' };
const after = { code: 1, signal: null, at: '2026-01-01T00:00:20.000Z' };
const envelope = { id: '0', source: 's', subject: 's', specversion: '1.0', datacontenttype: 'application/json', dataversion: 1, type: 't', time: '2026-01-01T00:00:30Z' } as const;

describe('what the supervisor writes', () => {
  it.each([
    [{ phase: 'pending' }, { phase: 'pending' }],
    [{}, { phase: 'running', id: `service.metis.7.${Date.parse(entry.startedAt)}`, startedAt: '2026-01-01T00:00:10.000Z', pid: 7 }],
    [{ phase: 'stopping' }, { phase: 'running' }],
    [{ phase: 'restarting', restarts: 1, lastExit: before }, { phase: 'pending', restarts: 1, lastExit: before }],
    [{ phase: 'restarting', lastExit: after }, { phase: 'failed', finishedAt: after.at, reason: 'it ended with exit code 1' }],
    [{ phase: 'restarting', lastExit: { ...after, code: 0 } }, { phase: 'succeeded' }],
    [{ phase: 'stopped', lastExit: { ...after, code: null, signal: 'SIGTERM' } }, { phase: 'succeeded', reason: 'it was ended by SIGTERM' }],
    [{ phase: 'failed', pid: 0 }, { phase: 'failed', finishedAt: '2026-01-01T00:00:10.000Z' }],
  ])('reads %j as %j', (given, expected) => {
    const pod = observeProcess(ProcessEntry.parse({ ...entry, ...given }));
    expect(pod).toMatchObject(expected);
    expect(pod.finishedAt !== undefined).toBe(pod.phase === 'succeeded' || pod.phase === 'failed');
    expect(pod.pid).not.toBe(0);
  });

  it.each([{ phase: 'dancing' }, { pid: -1 }, { name: '' }, { startedAt: 'today' }, { restarts: 0.5 }])('refuses %j', (fault) => {
    expect(ProcessEntry.safeParse({ ...entry, ...fault }).success).toBe(false);
  });
});

describe('what events tell', () => {
  const engine = observeEngine({ ...envelope, data: { cluster: 'air', kind: 'duckdb', pid: 9, restarts: 2 } });

  it('reads an engine from its start to its end', () => {
    expect(engine).toMatchObject({ kind: 'engine', name: 'air', pid: 9, restarts: 2, phase: 'running' });
    const end = (expected: boolean) => observeEngineEnd(engine, { ...envelope, time: '2026-01-01T00:01:00Z', data: { cluster: 'air', kind: 'duckdb', pid: 9, reason: 'out of memory', expected } });
    expect(end(false)).toMatchObject({ id: engine.id, phase: 'failed', reason: 'out of memory', finishedAt: '2026-01-01T00:01:00.000Z' });
    expect(end(true)).toMatchObject({ phase: 'succeeded' });
  });

  const run = { run: 'r1', resource: 'workflow:v1:load:public', runAs: 'olivia', generation: 1, startedAt: entry.startedAt, job: 'load', attempt: 2, pid: 5 };
  const finish = { ...run, finishedAt: after.at, inputs: [], outputs: [], columns: [] };

  it.each([
    [{ ...run }, { id: 'job.r1.load.2', phase: 'running', restarts: 1, pid: 5, run: 'r1', resource: run.resource }],
    [{ ...finish, phase: 'succeeded' as const }, { id: 'job.r1.load.2', phase: 'succeeded', finishedAt: after.at }],
    [{ ...finish, phase: 'failed' as const, reason: 'denied' }, { phase: 'failed', reason: 'denied' }],
    [{ ...finish, phase: 'stopped' as const }, { phase: 'failed', reason: 'it was stopped' }],
  ])('reads a job %#', (data, expected) => expect(observeJob({ ...envelope, data })).toMatchObject(expected));

  it('makes no pod of a whole run or of a job that was skipped', () => {
    expect(observeJob({ ...envelope, data: { ...run, job: undefined } })).toBeUndefined();
    expect(observeJob({ ...envelope, data: { ...finish, phase: 'skipped' } })).toBeUndefined();
  });
});
