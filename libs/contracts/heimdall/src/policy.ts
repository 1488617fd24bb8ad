import { z } from 'zod';
import { AccessRule, Layer } from './access-policy.js';
import { DataRule } from './data-policy.js';

/** Names of policies, secrets and users: what fits into an address unescaped. */
export const PolicyName = z.string().min(1).max(128).regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'letters, digits, dot, dash, underscore, colon');

/** What PUT takes: the policy part of a manifest. Exactly one of `policy.access` and `policy.data`. */
export const PolicyInput = z.looseObject({
  layer: Layer.default('user'),
  description: z.string().max(4096).optional(),
  owner: z.string().max(256).optional(),
  tags: z.array(z.string().max(256)).max(256).optional(),
  policy: z
    .looseObject({ access: AccessRule.optional(), data: DataRule.optional() })
    .refine((policy) => (policy.access === undefined) !== (policy.data === undefined), 'give exactly one of access and data'),
});
export type PolicyInput = z.infer<typeof PolicyInput>;

/** A stored policy. `canonical` keys are as given; `warnings` name keys that have no effect. */
export const PolicyView = z.looseObject({
  name: z.string(),
  kind: z.enum(['access', 'data']),
  layer: Layer,
  description: z.string(),
  owner: z.string(),
  tags: z.array(z.string()),
  policy: z.looseObject({ access: z.unknown().optional(), data: z.unknown().optional() }),
  revision: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  warnings: z.array(z.string()),
});
export type PolicyView = z.infer<typeof PolicyView>;
