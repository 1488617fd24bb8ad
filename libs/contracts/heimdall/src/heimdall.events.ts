import { defineEvent } from '@dataos/contracts-core';
import { z } from 'zod';
import { SpokenPolicy } from './authorize.js';

const topic = 'dataos.heimdall.v1';
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
export const GrantChanged = defineEvent({
  type: 'grant.changed', version: 1, topic,
  data: z.object({ id: z.string(), useCase: z.string(), subjects: z.array(z.string()), change: z.enum(['created', 'updated', 'deleted', 'expired']), by: z.string() }),
});
export const GrantRequestChanged = defineEvent({
  type: 'grant-request.changed', version: 1, topic,
  data: z.object({ id: z.string(), useCase: z.string(), state: z.enum(['requested', 'approved', 'rejected', 'deleted']), requester: z.string(), by: z.string() }),
});
/** A role or tag namespace came or went. */
export const VocabularyChanged = defineEvent({
  type: 'vocabulary.changed', version: 1, topic,
  data: z.object({ kind: z.enum(['role', 'namespace', 'provider', 'use-case']), id: z.string(), change, by: z.string() }),
});
export const AssetTagsChanged = defineEvent({
  type: 'asset-tags.changed', version: 1, topic,
  data: z.object({ asset: z.string(), added: z.array(z.string()), removed: z.array(z.string()), by: z.string() }),
});
/** A stretch of the audit log got its place in the chain; whoever keeps `hash` can prove later that nothing before was changed. */
export const AuditSealed = defineEvent({
  type: 'audit.sealed', version: 1, topic, data: z.object({ position: z.int(), hash: z.string() }),
});
