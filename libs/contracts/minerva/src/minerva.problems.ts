import { defineProblem } from '@dataos/contracts-core';

export const QueryGone = defineProblem('query-gone', { status: 410, title: 'This page of the query is no longer kept' });
