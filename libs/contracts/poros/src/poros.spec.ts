import { describe, expect, it } from '@jest/globals';
import { BundleMember, Manifests, resourceId, ResourceName, RunFinished, WorkspaceName } from './index.js';

describe('the contract of poros', () => {
  it('writes ids of instance and workspace resources', () => {
    expect(resourceId({ type: 'depot', version: 'v2alpha', name: 'crm' })).toBe('depot:v2alpha:crm');
    expect(resourceId({ type: 'workflow', version: 'v1', name: 'load-crm', workspace: 'public' })).toBe('workflow:v1:load-crm:public');
  });

  it.each(['a', 'load-crm', 'x1'])('takes the name %s', (name) => expect(ResourceName.safeParse(name).success).toBe(true));
  it.each(['', '1a', 'a-', 'A', 'a_b', 'a'.repeat(49), '../a'])('refuses the name %s', (name) => expect(ResourceName.safeParse(name).success).toBe(false));
  it('refuses a workspace that is longer than 32', () => expect(WorkspaceName.safeParse('a'.repeat(33)).success).toBe(false));

  it('takes a member of a bundle as the sample has it after its file was put in place', () => {
    const member = BundleMember.parse({ id: 'scan-air', spec: { name: 'scan-air' }, dependencies: ['load-crm'], dependencyConditions: [{ resourceId: 'load-crm', status: { is: ['active'] }, runtime: { is: ['succeeded'] } }] });
    expect(member.dependencyConditions[0]?.runtime?.is).toEqual(['succeeded']);
    expect(BundleMember.safeParse({ id: 'x', dependencies: 'load-crm' }).success).toBe(false);
  });

  it('takes text, one manifest or many, and nothing else', () => {
    for (const body of ['name: x', { name: 'x' }, [{ name: 'x' }]]) expect(Manifests.safeParse(body).success).toBe(true);
    for (const body of [1, undefined, [1]]) expect(Manifests.safeParse(body).success).toBe(false);
  });

  it('tells a finished run without lineage as empty lists, never as nothing', () => {
    const run = { run: 'r', resource: 'workflow:v1:x:public', runAs: 'olivia', generation: 1, startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z', phase: 'succeeded' };
    expect(RunFinished.data.safeParse(run).success).toBe(false);
    expect(RunFinished.data.safeParse({ ...run, inputs: [], outputs: [], columns: [] }).success).toBe(true);
  });
});
