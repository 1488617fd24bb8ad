import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Link, mergeDistances, startWalk, step, type Walk, walkedLinks, type Way } from './traverse.js';

function walkAll(root: string, links: readonly Link[], way: Way, depth = 100, most = 1_000): Walk {
  let walk = startWalk(root, way);
  for (let level = 0; level < depth && walk.frontier.length > 0; level += 1) walk = step(walk, links, most);
  return walk;
}
const chain: Link[] = [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'c', to: 'd' }];
const reached = (walk: Walk) => Object.fromEntries(walk.distances);

describe('lineage walk', () => {
  it('goes down and up', () => {
    expect(reached(walkAll('b', chain, 'downstream'))).toEqual({ b: 0, c: 1, d: 2 });
    expect(reached(walkAll('b', chain, 'upstream'))).toEqual({ b: 0, a: 1 });
  });
  it('stops at the depth', () => expect(reached(walkAll('a', chain, 'downstream', 2))).toEqual({ a: 0, b: 1, c: 2 }));
  it('ends in a cycle and in a loop', () => {
    const cycle = [...chain, { from: 'd', to: 'a' }, { from: 'b', to: 'b' }];
    expect(reached(walkAll('a', cycle, 'downstream'))).toEqual({ a: 0, b: 1, c: 2, d: 3 });
  });
  it('says when it left something out', () => {
    const star = Array.from({ length: 10 }, (_, index) => ({ from: 'a', to: `n${index}` }));
    const walk = walkAll('a', star, 'downstream', 5, 4);
    expect(walk.distances.size).toBe(4);
    expect(walk.cut).toBe(true);
    expect(walkAll('a', star, 'downstream').cut).toBe(false);
  });
  it('merges both ways, upstream negative', () => {
    expect(Object.fromEntries(mergeDistances([walkAll('b', chain, 'upstream'), walkAll('b', chain, 'downstream')]))).toEqual({ b: 0, a: -1, c: 1, d: 2 });
  });
  it('keeps only links between reached nodes', () => expect(walkedLinks(walkAll('b', chain, 'downstream'), chain)).toEqual(chain.slice(1)));

  const node = fc.constantFrom(...'abcdefgh');
  const graph = fc.array(fc.record({ from: node, to: node }), { maxLength: 30 });
  it('reaches exactly what can be reached, at the shortest distance', () => fc.assert(fc.property(graph, node, (links, root) => {
    const walk = walkAll(root, links, 'downstream');
    const expected = shortest(root, links);
    expect(reached(walk)).toEqual(expected);
  })));
  it('upstream is downstream of the reversed graph', () => fc.assert(fc.property(graph, node, (links, root) => {
    const reversed = links.map(({ from, to }) => ({ from: to, to: from }));
    expect(reached(walkAll(root, links, 'upstream'))).toEqual(reached(walkAll(root, reversed, 'downstream')));
  })));
});

/** Bellman-Ford as an independent oracle. */
function shortest(root: string, links: readonly Link[]): Record<string, number> {
  const distances: Record<string, number> = { [root]: 0 };
  for (let round = 0; round < 10; round += 1) {
    for (const { from, to } of links) {
      const next = (distances[from] ?? Infinity) + 1;
      if (next < (distances[to] ?? Infinity)) distances[to] = next;
    }
  }
  return distances;
}
