import { Readiness } from '@dataos/contracts-core';
import { z } from 'zod';

/** `unreachable`: no answer that says how the service is. */
export const ServiceStatus = z.enum(['ready', 'not-ready', 'unreachable']);
export type ServiceStatus = z.infer<typeof ServiceStatus>;

/** How a service answered just now, with what it needs by name. */
export const ServiceHealth = z.object({
  name: z.string(),
  status: ServiceStatus,
  version: z.string().optional(),
  startedAt: z.iso.datetime().optional(),
  /** How long its answer took. */
  latencyMs: z.number().int().min(0),
  checkedAt: z.iso.datetime(),
  /** Why it is not ready, or what happened instead of an answer. */
  message: z.string().optional(),
  dependencies: Readiness.shape.dependencies,
});
export type ServiceHealth = z.output<typeof ServiceHealth>;
