import { defineEvent, defineTopic } from '@dataos/contracts-core';
import { z } from 'zod';
import { SpokenPolicy } from './authorize.js';

export const heimdallTopic = defineTopic({ name: 'dataos.heimdall.v1', summary: 'Changes of users, keys, tags, policies and secrets, and refusals' });
const topic = heimdallTopic.name;
const change = z.enum(['created', 'updated', 'deleted']);

export const UserChanged = defineEvent({
  type: 'user.changed', version: 1, topic, summary: 'A person or program was made, changed or deleted',
  example: { id: 'amir', change: 'created', name: 'Amir Analyst', type: 'person', email: 'amir@dataos.example', tags: ['roles:id:user', 'users:id:amir'] },
  data: z.object({ id: z.string(), change, name: z.string().optional(), type: z.enum(['person', 'application']).optional(), email: z.string().optional(), tags: z.array(z.string()).optional() }),
});
export const TagChanged = defineEvent({
  type: 'tag.changed', version: 1, topic, summary: 'A user got or lost tags',
  example: { user: 'amir', added: ['roles:id:analyst'], removed: [], by: 'olivia' },
  data: z.object({ user: z.string(), added: z.array(z.string()), removed: z.array(z.string()), by: z.string() }),
});
export const TokenChanged = defineEvent({
  type: 'token.changed', version: 1, topic, summary: 'An API key was issued or revoked; the key itself is never told',
  example: { user: 'amir', name: 'laptop', change: 'created', by: 'amir' },
  data: z.object({ user: z.string(), name: z.string(), change, by: z.string() }),
});
export const PolicyChanged = defineEvent({
  type: 'policy.changed', version: 1, topic, summary: 'An access policy was made, changed or deleted',
  example: { name: 'analysts-read-crm', change: 'updated', revision: 2, by: 'olivia' },
  data: z.object({ name: z.string(), change, revision: z.int(), by: z.string() }),
});
export const DataPolicyChanged = defineEvent({
  type: 'data-policy.changed', version: 1, topic, summary: 'A mask or row filter was made, changed or deleted',
  example: { name: 'mask-email', change: 'created', revision: 1, by: 'olivia' },
  data: z.object({ name: z.string(), change, revision: z.int(), by: z.string() }),
});
/** Carries the name only, never a value. */
export const SecretChanged = defineEvent({
  type: 'secret.changed', version: 1, topic, summary: 'A secret was stored, replaced or deleted',
  example: { name: 'crm-r', change: 'created', by: 'olivia' },
  data: z.object({ name: z.string(), change, by: z.string() }),
});
export const DecisionDenied = defineEvent({
  type: 'decision.denied', version: 1, topic, summary: 'Somebody was refused',
  example: {
    id: '019a0000-0000-7000-8000-00000000000d', kind: 'data', subject: 'otto', predicate: 'select', objects: ['dataos://crm:public/passengers'],
    policies: [{ name: 'outsiders-stay-out', effect: 'deny', owner: 'olivia' }],
  },
  data: z.object({ id: z.string(), kind: z.enum(['access', 'data', 'secret']), subject: z.string(), predicate: z.string(), objects: z.array(z.string()), policies: z.array(SpokenPolicy) }),
});
export const GrantChanged = defineEvent({
  type: 'grant.changed', version: 1, topic, summary: 'A use-case was granted to tags, changed, taken back, or ran out',
  example: { id: 'g-1', useCase: 'read-crm', subjects: ['roles:id:analyst'], change: 'created', by: 'olivia' },
  data: z.object({ id: z.string(), useCase: z.string(), subjects: z.array(z.string()), change: z.enum(['created', 'updated', 'deleted', 'expired']), by: z.string() }),
});
export const GrantRequestChanged = defineEvent({
  type: 'grant-request.changed', version: 1, topic, summary: 'Somebody asked for a grant, or was answered',
  example: { id: 'r-1', useCase: 'read-crm', state: 'requested', requester: 'amir', by: 'amir' },
  data: z.object({ id: z.string(), useCase: z.string(), state: z.enum(['requested', 'approved', 'rejected', 'deleted']), requester: z.string(), by: z.string() }),
});
/** A role or tag namespace came or went. */
export const VocabularyChanged = defineEvent({
  type: 'vocabulary.changed', version: 1, topic, summary: 'A role, namespace, provider or use-case came or went',
  example: { kind: 'role', id: 'auditor', change: 'created', by: 'olivia' },
  data: z.object({ kind: z.enum(['role', 'namespace', 'provider', 'use-case']), id: z.string(), change, by: z.string() }),
});
export const AssetTagsChanged = defineEvent({
  type: 'asset-tags.changed', version: 1, topic, summary: 'An asset got or lost tags that policies select by',
  example: { asset: 'dataos://crm:public/passengers', added: ['PII.Email'], removed: [], by: 'olivia' },
  data: z.object({ asset: z.string(), added: z.array(z.string()), removed: z.array(z.string()), by: z.string() }),
});
/** A stretch of the audit log got its place in the chain; whoever keeps `hash` can prove later that nothing before was changed. */
export const AuditSealed = defineEvent({
  type: 'audit.sealed', version: 1, topic, summary: 'A stretch of the audit log got its place in the hash chain',
  example: { position: 1024, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  data: z.object({ position: z.int(), hash: z.string() }),
});
