import type { Query } from '../ast.js';
import { notSupported, type TrinoFailure } from '../failure.js';

/** Types that a literal may be written with. */
const TYPED = new Set(['date', 'time', 'timestamp', 'decimal', 'double', 'bigint', 'integer', 'int', 'smallint', 'tinyint', 'real', 'boolean', 'varchar', 'uuid', 'json']);

/** What nodes of a kind may carry that the emitter does not write: silence about it would give a wrong answer. */
const REFUSED: Record<string, (node: Record<string, unknown>) => string | undefined> = {
  query: ({ preamble, withTies }) => (preamble === undefined ? (withTies === undefined ? undefined : 'FETCH … WITH TIES') : 'WITH FUNCTION and WITH SESSION'),
  set: ({ corresponding }) => (corresponding === undefined ? undefined : 'CORRESPONDING'),
  select: ({ grouping }) => (grouping === undefined ? undefined : `GROUP BY ${String(grouping).toUpperCase()}`),
  table: ({ period }) => (period === undefined ? undefined : 'Time travel'),
  call: ({ qualified, overflow, pattern }) => (qualified === undefined ? (overflow === undefined ? (pattern === undefined ? undefined : 'Row pattern recognition') : 'ON OVERFLOW TRUNCATE') : 'A qualified function name'),
  interval: ({ to }) => (to === undefined ? undefined : 'An interval of several units'),
  typed: ({ type }) => (TYPED.has(String(type)) ? undefined : `A literal of the type ${String(type)}`),
};

/** Refuses a query that holds something the emitter would not write. It looks at every node, whoever writes that node later. */
export function assertSupported(query: Query, locate: (at: number) => NonNullable<TrinoFailure['options']['location']>): void {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Record<string, unknown> & { kind?: string; at?: number };
    const what = (node.kind !== undefined && Object.hasOwn(REFUSED, node.kind) ? REFUSED[node.kind]?.(node) : undefined) ?? ('partitionBy' in node && node['pattern'] !== undefined ? 'Row pattern recognition' : undefined);
    if (what !== undefined) throw notSupported(what, locate(node.at ?? 0));
    for (const part of Object.values(node)) visit(part);
  };
  visit(query);
}
