import { DeadLetter, deadLetterRoutes, defineApi, defineRoute, NotFound, ReplayResult } from '@dataos/contracts-core';
import { z } from 'zod';
import { Pod, PodDetail, PodExit, PodListQuery, PodPage, PodSample } from './pod.js';
import { ServiceHealth } from './service-health.js';

const base = '/operations/api/v1';

export const operationsApi = defineApi({
  service: 'operations',
  title: 'Operations',
  description: 'What runs: services, engines and jobs as pods, what they use, and how healthy each service is.',
  tags: { pods: 'What runs and what ran', services: 'How each service is' },
  schemas: {
    Pod, PodDetail, PodExit, PodPage, PodSample, ServiceHealth, DeadLetter, ReplayResult,
  },
  routes: {
    listPods: defineRoute({
      method: 'GET', path: `${base}/pods`, summary: 'Pods, latest started first', tags: ['pods'],
      description: 'Those that run or wait; finished ones too with `history=true` or a finished `phase`.',
      query: PodListQuery, response: PodPage,
    }),
    getPod: defineRoute({
      method: 'GET', path: `${base}/pods/:id`, summary: 'One pod with its recent samples', tags: ['pods'],
      params: z.object({ id: z.string().min(1).max(512) }), response: PodDetail, problems: [NotFound],
    }),
    listServices: defineRoute({ method: 'GET', path: `${base}/services`, summary: 'Each service as it answers now', tags: ['services'], response: z.array(ServiceHealth) }),
    ...deadLetterRoutes('operations'),
  },
});
