import type { Pattern, Query, Triple } from './syntax.js';

/** Variables a pattern can bind, in the order of their appearance: what `SELECT *` shows. */
export function variablesOf(patterns: readonly Pattern[]): string[] {
  return [...new Set(patterns.flatMap(ofPattern))];
}

function ofPattern(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'bgp': return pattern.triples.flatMap(ofTriple);
    case 'bind': return [pattern.variable.value];
    case 'values': return pattern.values.flatMap((row) => Object.keys(row).map((name) => name.slice(1)));
    case 'query': return selected(pattern);
    case 'graph': return [...(pattern.name.termType === 'Variable' ? [pattern.name.value] : []), ...variablesOf(pattern.patterns)];
    case 'filter': case 'minus': return [];
    default: return variablesOf(pattern.patterns);
  }
}

const ofTriple = ({ subject, predicate, object }: Triple): string[] =>
  [subject, predicate, object].flatMap((part) => ('termType' in part && part.termType === 'Variable' ? [part.value] : []));

/** The columns of a query's answer. */
export function selected(query: Query): string[] {
  return (query.variables ?? []).flatMap((item) => {
    if (!('termType' in item)) return [item.variable.value];
    return item.termType === 'Variable' ? [item.value] : [...variablesOf(query.where ?? []), ...variablesOf(query.values === undefined ? [] : [{ type: 'values', values: query.values }])];
  }).filter((name, at, all) => all.indexOf(name) === at);
}
