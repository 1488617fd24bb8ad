import { z } from 'zod';
import { Pattern, TagExpression } from './pattern.js';

export const Layer = z.enum(['user', 'system']);

/** Objects of an access policy; given both, a request must match a path AND the tags. */
export const PolicyObjects = z
  .looseObject({
    paths: z.array(Pattern).min(1).max(256).optional(),
    tags: TagExpression.optional(),
  })
  .refine((objects) => objects.paths !== undefined || objects.tags !== undefined, 'give paths, tags or both');

/** Known to the clients, not to the decision. */
export const NoConditions = z.array(z.unknown()).max(0, 'conditions are not supported; a policy that ignored them would allow too much').nullish();

/** `policy.access` of a manifest. Without `allow` the policy denies. */
export const AccessRule = z.looseObject({
  name: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  collection: z.literal('default').optional(),
  subjects: z.looseObject({ tags: TagExpression }),
  predicates: z.array(Pattern).min(1).max(64),
  objects: PolicyObjects,
  allow: z.boolean().default(false),
  conditions: NoConditions,
});
export type AccessRule = z.infer<typeof AccessRule>;
