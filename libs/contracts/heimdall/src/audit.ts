import { z } from 'zod';
import { PolicyInput, PolicyName } from './policy.js';

/** Result of going through the audit log link by link. */
export const AuditReport = z.object({
  ok: z.boolean(),
  /** Records whose link was checked. */
  checked: z.int(),
  /** Records written but not yet linked; they are within a second or two. */
  unsealed: z.int(),
  /** Signed checkpoints checked against the log. */
  checkpoints: z.int(),
  /** Hash of the newest record: kept elsewhere, it proves later that nothing before it was changed. */
  head: z.string(),
  /** The first place where the log is not what was written. */
  fault: z.object({ position: z.int(), decision: z.string().optional(), reason: z.string() }).optional(),
});
export type AuditReport = z.infer<typeof AuditReport>;

/** Policies as they would be: the present set with some put and some taken away. */
export const PolicyDraft = z.object({ put: z.record(PolicyName, PolicyInput).default({}), delete: z.array(PolicyName).max(1_000).default([]) });
export type PolicyDraft = z.infer<typeof PolicyDraft>;
export const ReplayInput = PolicyDraft.extend({
  /** Only decisions since this time. */
  since: z.iso.datetime({ offset: true }).optional(),
  /** At most so many of the newest decisions. */
  limit: z.int().min(1).max(20_000).default(5_000),
});

const Seen = z.object({ allow: z.boolean(), masks: z.record(z.string(), z.string()), filters: z.array(z.string()) });
/** One question whose answer would change: for whom, on what, and for tables which columns and rows. */
export const ReplayChange = z.object({
  subject: z.string(), predicate: z.string(), object: z.string(), decision: z.string(), count: z.int(), before: Seen, after: Seen, columns: z.array(z.string()), rows: z.boolean(),
});
export type ReplayChange = z.infer<typeof ReplayChange>;

/** What is probably meant otherwise in a draft; it may be stored as it is. */
export const PolicyHint = z.object({ policy: z.string(), pointer: z.string(), message: z.string() });
export type PolicyHint = z.infer<typeof PolicyHint>;

export const ReplayReport = z.object({
  replayed: z.int(), questions: z.int(),
  /** Questions that could not be asked again, such as those of users who are gone. */
  skipped: z.int(),
  changes: z.array(ReplayChange), users: z.array(z.string()), objects: z.array(z.string()), columns: z.array(z.string()),
  broken: z.array(z.object({ policy: z.string(), expectation: z.string(), got: z.string() })),
  hints: z.array(PolicyHint).default([]),
});
export type ReplayReport = z.infer<typeof ReplayReport>;
