import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { graphFaults, orderOf } from './graph.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const edges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 });

describe('the order of a graph', () => {
  it('holds every node once, after all it depends on, whenever there is one', () => {
    fc.assert(fc.property(edges, (pairs) => {
      const nodes = ids.map((id, index) => ({ id, dependencies: pairs.filter(([from, to]) => from === index && to < from).map(([, to]) => ids[to] ?? '') }));
      const ordering = orderOf([...nodes].reverse());
      if ('cycle' in ordering) throw new Error('there is no cycle');
      expect([...ordering.order].sort()).toEqual(ids);
      for (const { id, dependencies } of nodes) for (const dependency of dependencies) expect(ordering.order.indexOf(dependency)).toBeLessThan(ordering.order.indexOf(id));
    }));
  });

  it('tells a real cycle when there is none', () => {
    fc.assert(fc.property(edges, (pairs) => {
      const nodes = ids.map((id, index) => ({ id, dependencies: pairs.filter(([from]) => from === index).map(([, to]) => ids[to] ?? '') }));
      const ordering = orderOf(nodes);
      if (!('cycle' in ordering)) return;
      expect(ordering.cycle.at(0)).toBe(ordering.cycle.at(-1));
      ordering.cycle.slice(1).forEach((id, index) => expect(nodes.find((node) => node.id === ordering.cycle[index])?.dependencies).toContain(id));
    }));
  });

  it('finds nothing wrong with a chain', () => expect(graphFaults([{ id: 'b', dependencies: ['a'] }, { id: 'a', dependencies: [] }], '/x')).toEqual([]));
});
