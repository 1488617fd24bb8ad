import { z } from 'zod';
import { AccessRule, Layer, NoConditions } from './access-policy.js';
import { DataRule } from './data-policy.js';
import { Pattern, Tag, TagExpression } from './pattern.js';

/** Names of policies, secrets and users: what fits into an address unescaped. */
export const PolicyName = z.string().min(1).max(128).regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'letters, digits, dot, dash, underscore, colon');

/** What a policy is there for, said as a question and its answer: `subject X may read Y`. A change that breaks one is refused. */
export const Expectation = z
  .looseObject({
    /** A user id, or tags that a subject might hold. */
    subject: z.union([z.string().min(1).max(64), z.object({ tags: z.array(Tag).min(1).max(64) })]),
    predicate: z.string().min(1).max(128),
    path: z.string().min(1).max(1024).optional(),
    tags: z.array(Tag).max(64).optional(),
    allow: z.boolean(),
  })
  .refine((expected) => expected.path !== undefined || (expected.tags?.length ?? 0) > 0, { message: 'give path or tags', path: ['path'] });
export type Expectation = z.infer<typeof Expectation>;

const metadata = {
  layer: Layer.default('user'),
  description: z.string().max(4096).nullish(),
  owner: z.string().max(256).optional(),
  tags: z.array(z.string().max(256)).max(256).optional(),
};
const rules = z
  .looseObject({ access: AccessRule.optional(), data: DataRule.optional(), expect: z.array(Expectation).max(64).optional() })
  .refine((policy) => (policy.access === undefined) !== (policy.data === undefined), 'give exactly one of access and data');

/** What PUT takes: the policy part of a manifest. Exactly one of `policy.access` and `policy.data`. */
export const PolicyInput = z.looseObject({ ...metadata, policy: rules });
export type PolicyInput = z.infer<typeof PolicyInput>;

/** The body of PUT and POST: a manifest's policy part, or the flat access policy of the REST clients. */
export const PolicyBody = z
  .looseObject({
    ...metadata, policy: rules.optional(), name: z.string().max(256).nullish(), collection: z.literal('default').nullish(),
    subjects: z.looseObject({ tags: TagExpression }).nullish(), predicates: z.array(Pattern).min(1).max(64).nullish(),
    objects: z.looseObject({ paths: z.array(Pattern).min(1).max(256).nullish(), tags: TagExpression.nullish() }).nullish(), allow: z.boolean().nullish(),
    conditions: NoConditions,
  })
  .superRefine((body, context) => {
    if (body.policy) return;
    for (const key of ['subjects', 'predicates', 'objects'] as const) if (!body[key]) context.addIssue({ code: 'custom', path: [key], message: 'is missing; give it, or policy.access or policy.data' });
    if (body.objects && !body.objects.paths && !body.objects.tags) context.addIssue({ code: 'custom', path: ['objects'], message: 'give paths, tags or both' });
  });
export type PolicyBody = z.infer<typeof PolicyBody>;

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
