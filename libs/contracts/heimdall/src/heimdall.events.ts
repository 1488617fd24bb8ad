import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { SpokenPolicy } from './authorize.js';

export const heimdallTopic = defineTopic({ name: 'dataos.heimdall.v1', summary: 'Changes of users, keys, tags, policies and secrets, and refusals' });
const topic = heimdallTopic.name;
const change = z.enum(['created', 'updated', 'deleted']);

export const UserChanged = defineEvent({
  type: 'user.changed', version: 1, topic,
  data: z.object({ id: z.string(), change, name: z.string().optional(), type: z.enum(['person', 'application']).optional(), email: z.string().optional(), tags: z.array(z.string()).optional() }),
});
export const TagChanged = defineEvent({
  type: 'tag.changed', version: 1, topic,
  data: z.object({ user: z.string(), added: z.array(z.string()), removed: z.array(z.string()), by: z.string() }),
});
export const TokenChanged = defineEvent({
  type: 'token.changed', version: 1, topic,
  data: z.object({ user: z.string(), name: z.string(), change, by: z.string() }),
});
export const PolicyChanged = defineEvent({
  type: 'policy.changed', version: 1, topic,
  data: z.object({ name: z.string(), change, revision: z.int(), by: z.string() }),
});
export const DataPolicyChanged = defineEvent({
  type: 'data-policy.changed', version: 1, topic,
  data: z.object({ name: z.string(), change, revision: z.int(), by: z.string() }),
});
/** Carries the name only, never a value. */
export const SecretChanged = defineEvent({
  type: 'secret.changed', version: 1, topic,
  data: z.object({ name: z.string(), change, by: z.string() }),
});
export const DecisionDenied = defineEvent({
  type: 'decision.denied', version: 1, topic,
  data: z.object({ id: z.string(), kind: z.enum(['access', 'data', 'secret']), subject: z.string(), predicate: z.string(), objects: z.array(z.string()), policies: z.array(SpokenPolicy) }),
});
