import { z } from 'zod';
import { SpokenPolicy } from './authorize.js';
import { FILTER_OPERATORS, MaskOperator } from './data-policy.js';
import { Tag } from './pattern.js';

/** Whose rights count: the owner of `token`, or `user` when the caller may impersonate. Absent: the caller. */
export const DecisionSubject = z.object({ token: z.string().max(16_384).optional(), user: z.string().max(64).optional() });

/** One table of a query; give ALL its columns, so that no mask or filter is overlooked. */
export const TableInput = z.object({
  address: z.string().min(1).max(1024),
  tags: z.array(z.string().max(256)).max(256).optional(),
  columns: z
    .array(z.object({ name: z.string().min(1).max(256), type: z.string().max(1024).optional(), tags: z.array(z.string().max(256)).max(256).optional() }))
    .max(10_000),
});
export type TableInput = z.infer<typeof TableInput>;

export const DataDecisionInput = z.object({ subject: DecisionSubject.optional(), tables: z.array(TableInput).min(1).max(256) });
export type DataDecisionInput = z.infer<typeof DataDecisionInput>;

/** For lists: which of these may be read at all. */
export const VisibleTablesInput = z.object({ subject: DecisionSubject.optional(), tables: z.array(TableInput).min(1).max(2_000) });
export type VisibleTablesInput = z.infer<typeof VisibleTablesInput>;
/** `visible`: addresses as they were asked, in the order asked. */
export const VisibleTables = z.object({ subject: z.string(), revision: z.string(), visible: z.array(z.string()) });
export type VisibleTables = z.infer<typeof VisibleTables>;

/** A tag that let a policy apply. `pattern` is what the policy names; who gave the tag is told where the user store knows. */
export const MatchedTag = z.object({ tag: z.string(), pattern: z.string().optional(), assignedBy: z.string().optional(), assignedAt: z.string().optional() });
export type MatchedTag = z.infer<typeof MatchedTag>;

/** Why a data policy meets this reader here: who answers for it, the reader's tags that it names, and the name or tag by which it found the column. */
export const DataReason = z.object({
  owner: z.string(), subject: z.array(MatchedTag), column: z.object({ name: z.string().optional(), tag: z.string().optional() }).optional(),
});
export type DataReason = z.infer<typeof DataReason>;

/** A condition every row must meet (all are ANDed). `never` lets no row pass; NULL meets none. */
export const DecidedFilter = z.object({
  column: z.string(),
  operator: z.enum([...FILTER_OPERATORS, 'never']),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  policy: z.string(),
  /** Told where the decision is read again, as it takes looking up who gave the tags. */
  because: DataReason.optional(),
});
export type DecidedFilter = z.infer<typeof DecidedFilter>;

/** The one mask of a column; a column that is not listed is shown as it is. */
export const DecidedMask = z.object({
  column: z.string(),
  operator: MaskOperator,
  config: z.record(z.string(), z.unknown()),
  policy: z.string(),
  because: DataReason.optional(),
});
export type DecidedMask = z.infer<typeof DecidedMask>;

export const TableDecision = z.object({
  address: z.string(),
  allow: z.boolean(),
  policies: z.array(SpokenPolicy),
  dataPolicies: z.array(z.string()),
  reason: z.string().optional(),
  ask: z.array(z.string()).optional(),
  filters: z.array(DecidedFilter),
  masks: z.array(DecidedMask),
  /** Of a table that may be read: tags of its columns that are kept here and that the asker did not bring. A copy of the columns has to carry them. */
  columnTags: z.record(z.string(), z.array(z.string())).optional(),
});
export type TableDecision = z.infer<typeof TableDecision>;

/** `allow` is true only if every table is allowed. */
export const DataDecision = z.object({
  decision: z.string(),
  subject: z.string(),
  allow: z.boolean(),
  revision: z.string(),
  tables: z.array(TableDecision),
});
export type DataDecision = z.infer<typeof DataDecision>;

/** Why a policy applied: the subject's tags and the paths or tags of the object that it names. */
export const PolicyReason = SpokenPolicy.extend({
  subject: z.array(MatchedTag),
  objects: z.array(z.object({ object: z.string(), pattern: z.string().optional() })),
});
export type PolicyReason = z.infer<typeof PolicyReason>;

/** One way to be allowed: hold all of `tags`, which `owner` answers for. */
export const Need = z.object({ tags: z.array(z.string()), owner: z.string().optional(), policy: z.string().optional() });
export type Need = z.infer<typeof Need>;

/** Questions of one call that were answered the same, for the same reason. */
export const DecidedItem = z.object({ predicate: z.string(), objects: z.array(z.string()), explanation: z.string() });

/** A recorded decision, readable by its subject and by operators. Its subject is told what concerns it, operators all. */
export const DecisionView = z.object({
  id: z.string(),
  time: z.string(),
  kind: z.enum(['access', 'data', 'secret']),
  subject: z.string(),
  allow: z.boolean(),
  predicate: z.string(),
  objects: z.array(z.string()),
  policies: z.array(SpokenPolicy),
  explanation: z.string(),
  ask: z.array(z.string()),
  tables: z.array(TableDecision).optional(),
  reasons: z.array(PolicyReason).optional(),
  needs: z.array(Need).optional(),
  /** The refused questions of a call that asked many, those of the same reason together; at most a hundred are kept. */
  items: z.array(DecidedItem).optional(),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** A question to be explained, about the caller or about whom the caller may act for. */
export const ExplainInput = z.object({
  subject: DecisionSubject.optional(),
  predicate: z.string().min(1).max(128),
  object: z.object({ paths: z.array(z.string().min(1).max(4096)).max(64).optional(), tags: z.array(Tag).max(256).optional() }),
});
export type ExplainInput = z.infer<typeof ExplainInput>;

/** A decision with its reasons, made for the sake of the reasons: nothing is recorded. `full` tells whether anything was left out. */
export const Explanation = z.object({
  subject: z.string(),
  allow: z.boolean(),
  explanation: z.string(),
  ask: z.array(z.string()),
  policies: z.array(SpokenPolicy),
  reasons: z.array(PolicyReason),
  needs: z.array(Need),
  revision: z.string(),
  full: z.boolean(),
});
export type Explanation = z.infer<typeof Explanation>;
