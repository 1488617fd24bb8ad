import { defineProblem } from '@dataos/contracts-core';
import { z } from 'zod';

export const QueryGone = defineProblem('query-gone', { status: 410, title: 'This page of the query is no longer kept' });
export const QueryOver = defineProblem('query-over', { status: 409, title: 'The query is not running any more' });
export const QueryNotUnderstood = defineProblem('query-not-understood', {
  status: 400, title: 'The query is not understood, or names what is not there',
  extra: z.object({ errorName: z.string(), line: z.number().int().optional(), column: z.number().int().optional() }),
});
