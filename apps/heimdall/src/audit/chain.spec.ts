import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, follow, GENESIS, type Link, linkOf } from './chain.js';

const start = { position: 0, hash: GENESIS };
function chained(contents: readonly unknown[]): Link[] {
  let hash = GENESIS;
  return contents.map((content, index) => {
    hash = linkOf(hash, index + 1, `d${index}`, content);
    return { position: index + 1, hash, id: `d${index}`, content };
  });
}
const contents = fc.array(fc.record({ who: fc.string(), allow: fc.boolean() }), { minLength: 2, maxLength: 20 });

describe('the chain', () => {
  it('holds what was written', () => {
    fc.assert(fc.property(contents, (list) => expect(follow(chained(list), start)).toMatchObject({ position: list.length })));
  });
  it('does not depend on the order of members', () => expect(canonical({ b: 1, a: { d: 2, c: [3] } })).toBe(canonical({ a: { c: [3], d: 2 }, b: 1 })));
  it.each<[string, (links: Link[], at: number) => Link[]]>([
    ['changed', (links, at) => links.map((link, index) => (index === at ? { ...link, content: { who: 'somebody else', allow: 'maybe' } } : link))],
    ['taken out', (links, at) => links.filter((_, index) => index !== at)],
    ['put in', (links, at) => [...links.slice(0, at), { ...links[at]!, id: 'forged' }, ...links.slice(at)]],
    ['given another id', (links, at) => links.map((link, index) => (index === at ? { ...link, id: 'x' } : link))],
    ['moved', (links, at) => links.map((link, index) => (index === at ? { ...link, content: links[at + 1]!.content, id: links[at + 1]!.id } : link))],
  ])('tells when a record before the last was %s', (_, forge) => {
    fc.assert(fc.property(contents, fc.nat(), (list, n) => {
      const at = n % (list.length - 1);
      expect(follow(forge(chained(list), at), start)).toHaveProperty('fault');
    }));
  });
});
