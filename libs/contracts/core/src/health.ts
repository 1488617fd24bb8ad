import { z } from 'zod';

/** The answer of `/health/ready`: each dependency by name. */
export const Readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  service: z.string(),
  version: z.string(),
  startedAt: z.iso.datetime(),
  dependencies: z.record(z.string(), z.object({ ok: z.boolean(), message: z.string().optional(), ms: z.number() })),
});
export type Readiness = z.infer<typeof Readiness>;
