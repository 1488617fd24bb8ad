import { z } from 'zod';
import { Tag } from './pattern.js';

const Path = z.string().min(1).max(4096);
const AuthObject = z.looseObject({ tags: z.array(Tag).max(256).nullish(), paths: z.array(Path).max(64).nullish() });

/** One question: may the subject do `predicate` to the object. `context` is an old spelling of `object`. */
export const AuthContext = z.looseObject({
  predicate: z.string().min(1).max(128),
  object: AuthObject.nullish(),
  context: AuthObject.nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type AuthContext = z.infer<typeof AuthContext>;

/** Without `context` the call only tells who the token belongs to. With `contexts` it is a batch. */
export const AuthorizeInput = z.looseObject({
  token: z.string().max(16_384).nullish(),
  context: AuthContext.nullish(),
  contexts: z.record(z.string().max(256), AuthContext).nullish(),
  pep_context: z.unknown().optional(),
  pepContext: z.unknown().optional(),
});
export const AuthorizeBatchInput = z.looseObject({
  token: z.string().max(16_384),
  contexts: z.record(z.string().max(256), AuthContext),
});

/** The same question about a user the caller may act for. */
export const AuthorizeUserInput = z.looseObject({ user_id: z.string().min(1).max(64), context: AuthContext.nullish() });

const AuthError = z.looseObject({ status: z.int(), message: z.string() });

/** A policy that applied to a request. */
export const SpokenPolicy = z.object({ name: z.string(), effect: z.enum(['allow', 'deny']), owner: z.string().optional() });
export type SpokenPolicy = z.infer<typeof SpokenPolicy>;

/** Answer to one question. The members after `error` are ours: documented clients ignore them. */
export const AuthorizeResult = z.looseObject({
  allow: z.boolean(),
  valid: z.boolean(),
  result: z.looseObject({ id: z.string(), tags: z.array(z.string()).optional(), name: z.string().optional(), type: z.string().optional() }).optional(),
  error: AuthError.optional(),
  decision: z.string().optional(),
  policies: z.array(SpokenPolicy).optional(),
  reason: z.string().optional(),
  ask: z.array(z.string()).optional(),
  /** Path at which the refused person reads the reasons. */
  why: z.string().optional(),
});
export type AuthorizeResult = z.infer<typeof AuthorizeResult>;

export const AuthorizeBatchResult = z.looseObject({
  id: z.string().optional(),
  tags: z.array(z.string()).optional(),
  results: z.record(z.string(), AuthorizeResult).optional(),
});
export type AuthorizeBatchResult = z.infer<typeof AuthorizeBatchResult>;
