import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFaker } from './datagen/datagen.faker.js';
import { copyText } from './datagen/datagen.writer.js';
import { checkStackSpec, findStack, knownStacks } from './stack.registry.js';
import { sourceOf } from './stack.platform.js';

const datagen = (columns: unknown, more: object = {}) => ({ seed: 1, output: 'dataos://crm:public', tables: [{ name: 't', rows: 1, columns }], ...more });
const job = (more: object = {}) => ({ job: { inputs: [{ name: 'a', dataset: 'dataos://d:c/a' }], outputs: [{ name: 'a', dataset: 'dataos://d:c/out' }], ...more } });

describe('checkStackSpec', () => {
  it.each([
    ['datagen:1.0', datagen({ id: { sequence: {} } })],
    ['datagen', datagen({ id: { sequence: {} }, mail: { template: '{id}@x.org' } })],
    ['flare:6.0', job()],
    ['flare:7.0', { driver: { cores: 1 }, ...job({ steps: [{ sequence: [{ name: 's', sql: 'SELECT 1' }] }] }) }],
    ['scanner:2.0', { depot: 'crm', sourceConfig: { config: { schemaFilterPattern: { includes: ['^public$'] } } } }],
  ])('takes %s', (stack, spec) => {
    expect(checkStackSpec(stack, spec)).toEqual([]);
  });

  it.each([
    ['soda:1.0', {}, '/stack'],
    ['flare:2.0', job(), '/stack'],
    ['flare:6.0', job({ actions: [] }), '/stackSpec/job'],
    ['flare:6.0', job({ steps: [{ sequence: [{ name: 's', sql: 'SELECT 1', functions: [] }] }] }), '/stackSpec/job/steps/0/sequence/0'],
    ['flare:6.0', job({ outputs: [{ name: 'b', dataset: 'dataos://d:c/out' }] }), '/stackSpec/job/outputs/0/name'],
    ['flare:6.0', job({ outputs: [{ name: 'a', dataset: 'dataos://d:c/a?acl=rw' }] }), '/stackSpec/job/outputs/0/dataset'],
    ['flare:6.0', job({ outputs: [{ name: 'a', dataset: 'dataos://d:c/o', options: { saveMode: 'append' } }] }), '/stackSpec/job/outputs/0/options/saveMode'],
    ['flare:6.0', job({ inputs: [{ name: 'a"; DROP', dataset: 'dataos://d:c/a' }] }), '/stackSpec/job/inputs/0/name'],
    ['scanner:2.0', { type: 'users' }, '/stackSpec/depot'],
    ['scanner:2.0', { depot: 'crm', sourceConfig: { config: { ingestSampleData: true } } }, '/stackSpec/sourceConfig/config'],
    ['datagen:1.0', datagen({ id: {} }), '/stackSpec/tables/0/columns/id'],
    ['datagen:1.0', datagen({ id: { sequence: {}, faker: 'person.firstName' } }), '/stackSpec/tables/0/columns/id'],
    ['datagen:1.0', datagen({ a: { faker: 'helpers.fake' } }), '/stackSpec/tables/0/columns/a/faker'],
    ['datagen:1.0', datagen({ a: { faker: 'person.constructor' } }), '/stackSpec/tables/0/columns/a/faker'],
    ['datagen:1.0', datagen({ a: { sequence: {}, type: 'text); DROP TABLE x' } }), '/stackSpec/tables/0/columns/a/type'],
    ['datagen:1.0', datagen({ a: { template: '{b}' } }), '/stackSpec/tables/0/columns/a/template'],
    ['datagen:1.0', datagen({ a: { foreignKey: { table: 'later' } } }), '/stackSpec/tables/0/columns/a/foreignKey'],
    ['datagen:1.0', datagen({ a: { reference: { name: 'no', column: 'x' } } }), '/stackSpec/tables/0/columns/a/reference'],
    ['datagen:1.0', datagen({ id: { sequence: {} } }, { output: 'dataos://crm:public/t' }), '/stackSpec/output'],
  ])('refuses %s with a pointer', (stack, spec, pointer) => {
    expect(checkStackSpec(stack, spec).map((fault) => fault.pointer)).toContain(pointer);
  });

  it('finds the newest version where none is named, and no flavours', () => {
    expect(findStack('flare')?.versions[0]).toBe('7.0');
    expect(findStack('flare+python:6.0')).toBeUndefined();
    expect(knownStacks()).toEqual(expect.arrayContaining(['datagen:1.0', 'flare:6.0', 'scanner:2.0']));
  });
});

describe('copyText', () => {
  const unescape = (text: string) => text.replaceAll(/\\(.)/g, (_, c: string) => ({ t: '\t', n: '\n', r: '\r' })[c] ?? c);

  it('gives back any text, and tells NULL from it', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: undefined }), { minLength: 2, maxLength: 2 })), (rows) => {
      const lines = [...copyText(rows)].join('').split('\n').slice(0, -1);
      expect(lines.map((line) => line.split('\t').map((cell) => (cell === '\\N' ? undefined : unescape(cell))))).toEqual(rows);
    }));
  });
});

describe('createFaker', () => {
  it('depends on its seed only', () => {
    const [one, two] = [createFaker(5), createFaker(5)];
    createFaker(6).person.firstName();
    expect(one.person.fullName()).toBe(two.person.fullName());
  });
});

describe('sourceOf', () => {
  it('opens files and Postgres and refuses other types and half-told connections', () => {
    expect(sourceOf({ type: 'FILE', depot: 'f', connection: { path: '/x' }, credentials: {} })).toEqual({ kind: 'file', root: '/x' });
    expect(sourceOf({ type: 'POSTGRESQL', depot: 'p', connection: { host: 'h', database: 'd' }, credentials: { username: 'u', password: 'w' } })).toMatchObject({ port: 5432, user: 'u' });
    expect(() => sourceOf({ type: 'S3', depot: 's', connection: {}, credentials: {} })).toThrow('has the type S3');
    expect(() => sourceOf({ type: 'POSTGRESQL', depot: 'p', connection: { host: 'h', database: 'd' }, credentials: {} })).toThrow('does not say its username');
  });
});
