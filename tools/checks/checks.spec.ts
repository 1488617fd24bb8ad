import { describe, expect, it } from '@jest/globals';
import { sameContent } from './duplicates.ts';
import { productNouns } from './kit.ts';
import { isAccepted } from './licences.ts';
import { fileLinks } from './links.ts';
import { declaredProblems } from './problems.ts';
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
  it('finds declarations', () => expect(declaredProblems("export const Gone = defineProblem('gone', {});\nconst Private = defineProblem('x', {});")).toEqual(['Gone']));
});
