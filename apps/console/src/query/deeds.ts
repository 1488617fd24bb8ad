import type { QuerySummary } from '@dataos/contracts-minerva';

/** What a query did beside answering, in sentences. The record names what a statement was to write before it has, and of a refused one too. */
export function deedsOf({ state, writes = [], cached }: Pick<QuerySummary, 'state' | 'writes' | 'cached'>): string[] {
  const verb = state === 'FINISHED' ? 'Wrote' : state === 'FAILED' ? 'Did not write' : 'Writes';
  return [
    ...writes.map(({ address, columns }) => `${verb} ${address}${columns.length === 0 ? '' : ` (${columns.join(', ')})`}`),
    ...(cached === true ? ['Answered from an earlier query: nothing has changed since'] : []),
  ];
}
