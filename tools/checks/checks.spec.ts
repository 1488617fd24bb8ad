import { defineApi, defineProblem, defineRoute } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import { bodiesOf, copies } from './copied-functions.ts';
import { sameContent } from './duplicates.ts';
import { productNouns } from './kit.ts';
import { isAccepted } from './licences.ts';
import { fileLinks } from './links.ts';
import { declaredProblems, undocumented } from './problems.ts';
import { findings } from './secrets.ts';
import { tagFaults } from './tags.ts';

describe('tags', () => {
  it.each([
    ['apps/metis', ['type:service']], ['apps/console', ['type:web']], ['apps/cli', ['type:cli']], ['tools', ['type:tools']],
    ['libs/contracts/core', ['type:contract', 'layer:core']], ['libs/contracts/odin', ['type:contract', 'layer:domain']],
  ])('%s with %j is right', (folder, tags) => expect(tagFaults(folder, tags)).toEqual([]));
  it.each([
    ['apps/metis', []], ['apps/metis', ['type:kit']], ['apps/metis', ['type:service', 'type:kit']],
    ['libs/contracts/odin', ['type:contract']], ['libs/contracts/odin', ['type:contract', 'layer:core']],
  ])('%s with %j is wrong', (folder, tags) => expect(tagFaults(folder, tags)).toHaveLength(1));
});

describe('product nouns', () => {
  it.each([['const depotUrl = 1;', ['depot']], ['// every Dataset', ['dataset']], ['resolveDepots()', ['depot']]])('%s', (text, nouns) => expect(productNouns(text)).toEqual(nouns));
  it.each(['new MetadataScanner()', 'class PolicyDenied {}', 'unmaskable', 'const odinary = 1'])('not in %s', (text) => expect(productNouns(text)).toEqual([]));
});

describe('duplicates', () => {
  const text = 'export const a = 1;\n'.repeat(20);
  it('finds copies that differ in white space only', () => {
    expect(sameContent([{ file: 'a', text }, { file: 'b', text: `${text}\n\n` }, { file: 'c', text: `${text};` }])).toEqual([['a', 'b']]);
  });
  it('lets short files be', () => expect(sameContent([{ file: 'a', text: 'x' }, { file: 'b', text: 'x' }])).toEqual([]));
});

describe('copied functions', () => {
  const body = (name: string, end = '') => `export function ${name}(items: string[]): string[] {\n  // a remark\n  const seen = new Set<string>();\n  for (const item of items) if (item.length > 3 && !seen.has(item)) seen.add(item.trim().toLowerCase().replaceAll('a', 'b'));\n  return [...seen].sort();${end}\n}\n`;
  it('are found across apps, whatever they are called', () => {
    expect(copies([...bodiesOf('apps/a/src/x.ts', body('one')), ...bodiesOf('apps/b/src/y.ts', `const z = 1;\n${body('two').replace('a remark', 'another')}`)])).toEqual([['apps/a/src/x.ts:1', 'apps/b/src/y.ts:2']]);
  });
  it('may repeat within an app, be short, or differ', () => {
    expect(copies([...bodiesOf('apps/a/src/x.ts', body('one')), ...bodiesOf('apps/a/src/y.ts', body('two')), ...bodiesOf('apps/b/src/y.ts', body('two', ' // \n void 0;'))])).toEqual([]);
    expect(bodiesOf('apps/a/src/x.ts', 'const f = () => { return 1; };')).toEqual([]);
  });
});

describe('licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC', '(MIT AND Zlib)'])('%s is accepted', (text) => expect(isAccepted(text)).toBe(true));
  it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'no licence stated', 'UNLICENSED', 'AGPL-3.0-only'])('%s is not', (text) => expect(isAccepted(text)).toBe(false));
});

describe('secrets', () => {
  it.each([`-----BEGIN ${'PRIVATE'} KEY-----`, `AKIA${'ABCDEFGH12345678'}`, `/${'home'}/someone/x`, '/somewhere/here/file'])('%s is found', (text) => expect(findings(text, ['/somewhere/here/'])).toHaveLength(1));
  it.each(['GET /api/home/x', 'https://example.org/users/1', 'a private key file'])('%s is fine', (text) => expect(findings(text, ['/somewhere/here/'])).toEqual([]));
});

describe('links', () => {
  it('finds what leads to files', () => expect(fileLinks('[a](docs/a.md#part) ![b](b.png "title") [c](https://x) [d](#here)\n[e]: e.md')).toEqual(['docs/a.md', 'b.png', 'e.md']));
  it('reads no code', () => expect(fileLinks('`[a](b)`\n```\n[a](b)\n```\n')).toEqual([]));
});

describe('problems', () => {
  const Gone = { name: 'Gone', value: defineProblem('gone', { status: 410, title: 'Gone' }) };
  const api = (...problems: (typeof Gone.value)[]) => defineApi({ service: 'a', title: 'A', routes: { get: defineRoute({ method: 'GET', path: '/a', summary: 'A', problems }) } });
  it('are named by a route', () => {
    expect(undocumented([{ folder: 'a', api: api(Gone.value), events: [], topics: [], problems: [Gone] }])).toEqual([]);
    expect(undocumented([{ folder: 'a', api: api(), events: [], topics: [], problems: [Gone] }])).toEqual([expect.stringContaining('no route names the problem gone')]);
  });
  it('stand for one thing', () => {
    expect(undocumented(['a', 'b'].map((folder) => ({ folder, api: api(Gone.value), events: [], topics: [], problems: [Gone] })))).toEqual(['gone is declared by a and b']);
  });
  it('finds declarations', () => expect(declaredProblems("export const Gone = defineProblem('gone', {});\nconst Private = defineProblem('x', {});")).toEqual(['Gone']));
});
