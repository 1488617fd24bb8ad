import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../output/failure.js';
import { collectDocuments, documentsOf } from './documents.js';

let folder: string;
const write = async (name: string, text: string): Promise<string> => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
};
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'dataos-cli-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('documentsOf', () => {
  it('reads many documents, leaves out empty ones and tells lines', () => {
    const found = documentsOf('---\nname: a\n---\n# nothing\n---\nname: b\n', 'x.yaml');
    expect(found.map(({ content, line }) => [content.name, line])).toEqual([['a', 2], ['b', 6]]);
  });
  it.each([['- a', 'x.yaml:1: a manifest is a mapping'], ['just text', 'a manifest is a mapping'], ['a: [', 'x.yaml: '], ['a: 1\na: 2', 'unique'], ['a: *gone', 'x.yaml: ']])('refuses %j', (text, message) => {
    expect(() => documentsOf(text, 'x.yaml')).toThrow(UsageError);
    expect(() => documentsOf(text, 'x.yaml')).toThrow(message);
  });
});

describe('collectDocuments', () => {
  it('takes the YAML files of a directory in order, those below only when asked', async () => {
    await write('b.yml', 'name: b');
    await write('a.yaml', 'name: a1\n---\nname: a2');
    await write('README.md', 'name: no');
    await write('below/c.yaml', 'name: c');
    const names = async (recursive: boolean): Promise<unknown[]> => (await collectDocuments([folder], { recursive })).map(({ content }) => content.name);
    expect(await names(false)).toEqual(['a1', 'a2', 'b']);
    expect(await names(true)).toEqual(['a1', 'a2', 'b', 'c']);
  });
  it('takes a file once, however often it is named', async () => {
    const file = await write('a.yaml', 'name: a');
    expect(await collectDocuments([file, folder])).toHaveLength(1);
  });
  it('puts the files of a bundle in their place, interpolated', async () => {
    await write('below/depot.yaml', 'name: crm\nhost: ${HOST}');
    const bundle = await write('air.yaml', 'name: air\ntype: bundle\nbundle:\n  resources:\n    - { id: crm, file: below/depot.yaml, workspace: public }\n    - { id: other, spec: { name: x } }');
    const [only] = await collectDocuments([bundle], { variables: { HOST: 'db' } });
    expect(only?.content.bundle).toEqual({ resources: [{ id: 'crm', workspace: 'public', spec: { name: 'crm', host: 'db' } }, { id: 'other', spec: { name: 'x' } }] });
  });
  it('names the embedded file that misses a variable', async () => {
    await write('depot.yaml', 'host: ${HOST}');
    const bundle = await write('air.yaml', 'bundle: { resources: [ { id: crm, file: depot.yaml } ] }');
    await expect(collectDocuments([bundle], { variables: {} })).rejects.toThrow(/depot\.yaml needs a variable that is not set: HOST/);
  });
  it.each([
    ['itself', 'bundle: { resources: [ { id: a, file: air.yaml } ] }', 'leads back to itself'],
    ['two manifests', 'bundle: { resources: [ { id: a, file: two.yaml } ] }', 'must hold one manifest, not 2'],
    ['a file beside a spec', 'bundle: { resources: [ { id: a, file: two.yaml, spec: {} } ] }', 'stands beside a spec'],
    ['a missing file', 'bundle: { resources: [ { id: a, file: gone.yaml } ] }', 'cannot be read'],
  ])('refuses a bundle of %s', async (_, text, message) => {
    await write('two.yaml', 'name: a\n---\nname: b');
    await expect(collectDocuments([await write('air.yaml', text)])).rejects.toThrow(message);
  });
  it('refuses what is not there and what is empty', async () => {
    await expect(collectDocuments([path.join(folder, 'gone')])).rejects.toThrow(/There is no .*gone/);
    await expect(collectDocuments([folder])).rejects.toThrow(/no YAML file/);
    await expect(collectDocuments([await write('empty.yaml', '# nothing')])).rejects.toThrow(/no manifest/);
  });
});
