import { defineProblem } from '@dataos/contracts-core';
import { z } from 'zod';

export const QueryGone = defineProblem('query-gone', { status: 410, title: 'This page of the query is no longer kept' });
export const ClusterTypeUnsupported = defineProblem('cluster-type-unsupported', {
  status: 422, title: 'No engine here runs this type of cluster', extra: z.object({ type: z.string() }),
});
