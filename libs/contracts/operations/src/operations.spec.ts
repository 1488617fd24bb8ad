import { describe, expect, it } from '@jest/globals';
import { Pod, PodListQuery } from './pod.js';
import { ServiceHealth } from './service-health.js';

const pod = { id: 'service.metis.7.1', kind: 'service', name: 'metis', phase: 'running', pid: 7, restarts: 0, startedAt: '2026-01-01T00:00:00.000Z' };

describe('the operations contract', () => {
  it('hides finished pods unless they are asked for', () => {
    expect(PodListQuery.parse({})).toEqual({ page: 1, size: 50, history: false });
    expect(PodListQuery.parse({ history: 'true', kind: 'job', page: '2' })).toEqual({ page: 2, size: 50, history: true, kind: 'job' });
  });

  it.each([{ history: 'perhaps' }, { kind: 'node' }, { phase: 'restarting' }, { name: '' }, { page: '0' }, { size: '501' }])('refuses the filter %j', (query) => {
    expect(PodListQuery.safeParse(query).success).toBe(false);
  });

  it('reads a pod', () => expect(Pod.parse(pod)).toEqual(pod));

  it.each([{ phase: 'stopped' }, { pid: 0 }, { restarts: -1 }, { startedAt: 'today' }])('refuses a pod with %j', (fault) => {
    expect(Pod.safeParse({ ...pod, ...fault }).success).toBe(false);
  });

  it('names each dependency of a service', () => {
    const health = { name: 'metis', status: 'not-ready', latencyMs: 3, checkedAt: pod.startedAt, message: 'database', dependencies: { database: { ok: false, ms: 1 } } };
    expect(ServiceHealth.parse(health)).toEqual(health);
    expect(ServiceHealth.safeParse({ ...health, dependencies: undefined }).success).toBe(false);
  });
});
