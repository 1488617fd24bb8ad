import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { documentsOf } from './documents.js';
import { checkManifest, type Member } from './manifest.js';
import { productSpecOf } from './product.js';
import { needs, referencesOf } from './references.js';
import { conceal, fingerprint, secretsIn } from './secrets.js';

const folder = join(import.meta.dirname, '../../../../examples/air');
const read = (file: string) => parse(readFileSync(join(folder, file), 'utf8').replaceAll(/\$\{(\w+)\}/g, (_, name: string) => (name === 'CRM_PORT' ? '5432' : `/${name}`))) as Record<string, unknown>;

/** The sample's bundle as the command line sends it. */
function sample(): Record<string, unknown> {
  const manifest = read('air.bundle.yaml') as { bundle: { resources: { file: string }[] } };
  return { ...manifest, bundle: { resources: manifest.bundle.resources.map(({ file, ...member }) => ({ ...member, spec: read(file) })) } };
}

describe('the sample', () => {
  it('fits, without a warning but those of its members', () => {
    const { checked, faults, warnings } = checkManifest(sample(), '/0');
    expect({ faults, warnings }).toEqual({ faults: [], warnings: [] });
    expect(checked?.members.map(({ id }: Member) => id)).toHaveLength(16);
    expect(checked?.members.find(({ id }: Member) => id === 'load-crm')?.checked).toMatchObject({ type: 'workflow', workspace: 'public' });
  });

  it('names what it needs', () => {
    const { checked } = checkManifest(sample());
    const refs = checked?.members.flatMap((member) => referencesOf(member.checked)) ?? [];
    expect(refs).toEqual(expect.arrayContaining(['instance-secret:v1:crm-r', 'dataos://crm:public', 'dataos://flights:derived/booked_flights']));
    expect(needs(refs, { type: 'depot', version: 'v2alpha', name: 'crm' })).toBe(true);
    expect(needs(refs, { type: 'depot', version: 'v2alpha', name: 'cr' })).toBe(false);
  });

  it('hands its secrets out and keeps fingerprints, which differ by value and by place', () => {
    const { checked } = checkManifest(sample());
    if (checked === undefined) throw new Error('the sample does not fit');
    expect(secretsIn(checked, 'olivia').map(({ params, body }) => [params.secret, body.acl, body.data])).toEqual([
      ['crm-r', 'r', { username: '/CRM_USER', password: '/CRM_PASSWORD' }], ['crm-rw', 'rw', { username: '/CRM_USER', password: '/CRM_PASSWORD' }],
    ]);
    const stored = fingerprint(checked.manifest, 'key');
    for (const manifest of [stored, conceal(stored)]) expect(JSON.stringify(manifest)).not.toContain('/CRM_PASSWORD');
    const marks = JSON.stringify(stored).match(/hmac:[0-9a-f]{64}/g) ?? [];
    expect(new Set(marks).size).toBe(4);
    expect(checkManifest(stored).faults).toEqual([]);
    expect(JSON.stringify(fingerprint(checked.manifest, 'another'))).not.toContain(marks[0]);
  });

  it('has a data product the catalog takes', () => {
    const manifest = read('air-travel.product.yaml');
    expect(checkManifest(manifest).faults).toEqual([]);
    expect(productSpecOf(manifest, 'v1beta', 'olivia')).toMatchObject({ title: 'Air travel', owner: 'olivia', resource: 'bundle:v1beta:air', outputs: [{ dataset: 'dataos://flights:derived/booked_flights' }] });
  });
});

describe('a manifest', () => {
  const depot = { name: 'crm', version: 'v2alpha', type: 'depot', depot: { type: 'FILE', file: { path: '/x' } } };
  const workflow = (...dag: object[]) => ({ name: 'w', version: 'v1', type: 'workflow', workflow: { dag } });
  const job = (name: string, dependencies: string[] = []) => ({ name, dependencies, spec: { stack: 'scanner:2.0', stackSpec: { depot: 'dataos://crm' } } });
  it.each([
    ['nothing', undefined, ''],
    ['a list', [], ''],
    ['no type', { name: 'x' }, '/type'],
    ['another type', { ...depot, type: 'pager' }, '/type'],
    ['another version', { ...depot, version: 'v9' }, '/version'],
    ['a depot with a hyphen', { ...depot, name: 'my-crm' }, '/name'],
    ['no block', { name: 'crm', version: 'v1', type: 'depot' }, '/depot'],
    ['a name that climbs', { ...workflow(job('a')), name: '../x' }, '/name'],
    ['an empty DAG', workflow(), '/workflow/dag'],
    ['two jobs of one name', workflow(job('a'), job('a')), '/workflow/dag/1'],
    ['an unknown dependency', workflow(job('a', ['b'])), '/workflow/dag/0/dependencies'],
    ['a cycle', workflow(job('a', ['b']), job('b', ['a'])), '/workflow/dag'],
    ['a bundle in a bundle', { name: 'b', version: 'v1beta', type: 'bundle', bundle: { resources: [{ id: 'x', spec: { type: 'bundle' } }] } }, '/bundle/resources/0/spec/type'],
  ])('is refused for %s, by pointer', (_what, value, pointer) => {
    const { checked, faults } = checkManifest(value);
    expect(checked).toBeUndefined();
    expect(faults.map((fault) => fault.pointer)).toContain(pointer);
  });

  it('is warned of keys that mean nothing, and keeps them', () => {
    const { checked, warnings } = checkManifest({ ...workflow({ ...job('a'), colour: 'red' }), shape: 'round' });
    expect(warnings.map(({ pointer }) => pointer)).toEqual(['/shape', '/workflow/dag/0/colour']);
    expect(checked?.manifest).toMatchObject({ shape: 'round' });
  });

  it('cannot grow out of a few aliases', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)].join('\n');
    expect(() => documentsOf(bomb)).toThrow(/line 1/);
  });
});
