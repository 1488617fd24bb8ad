import { z } from 'zod';
import { Pattern } from './pattern.js';

export const MASK_OPERATORS = ['redact', 'hash', 'rand_pattern', 'rand_regexify', 'regex_replace', 'bucket_number', 'bucket_date', 'pass_through'] as const;
export const MaskOperator = z.enum(MASK_OPERATORS);
export type MaskOperator = z.infer<typeof MaskOperator>;

const MaskText = z.string().max(1024);
export const BucketBound = z.enum(['lower', 'upper']);
export type BucketBound = z.infer<typeof BucketBound>;

/** A mask: the operator and the settings of that operator; settings of other operators are ignored. */
export const Mask = z
  .looseObject({
    operator: MaskOperator,
    hash: z.looseObject({ algo: z.string().regex(/^sha-?256$/i, 'only sha256 is supported') }).nullish(),
    redact: z.looseObject({ replacement: z.union([z.string().max(1024), z.number(), z.boolean()]).nullish() }).nullish(),
    regex_replace: z.looseObject({ pattern: MaskText, replacement: MaskText }).nullish(),
    rand_pattern: z.looseObject({ pattern: MaskText }).nullish(),
    rand_regexify: z.looseObject({ pattern: MaskText }).nullish(),
    /** A value becomes a bound of its bucket: `lower` (0 below the first) or `upper` (the last one above it); which by default, the installation says. */
    bucket_number: z.looseObject({ buckets: z.array(z.number()).min(1).max(1000), bound: BucketBound.nullish() }).nullish(),
    bucket_date: z.looseObject({ precision: z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year']) }).nullish(),
    pass_through: z.looseObject({}).nullish(),
    supported_data_types: z.array(z.string().max(64)).max(64).nullish(),
  })
  .superRefine((mask, context) => {
    const needed = ['regex_replace', 'rand_pattern', 'rand_regexify', 'bucket_number', 'bucket_date'];
    if (needed.includes(mask.operator) && !mask[mask.operator]) {
      context.addIssue({ code: 'custom', path: [mask.operator], message: `the settings of ${mask.operator} are missing` });
    }
    const buckets = mask.bucket_number?.buckets ?? [];
    if (buckets.some((bound, index) => index > 0 && bound <= (buckets[index - 1] ?? bound))) {
      context.addIssue({ code: 'custom', path: ['bucket_number', 'buckets'], message: 'bounds must ascend' });
    }
  });
export type Mask = z.infer<typeof Mask>;

export const FILTER_OPERATORS = [
  'equals', 'not_equals', 'less_than', 'less_than_or_equals_to', 'greater_than', 'greater_than_or_equals_to', 'like', 'not_like',
] as const;

const AttributeSource = z.looseObject({ user_attribute: z.string().max(256).nullish(), userAttribute: z.string().max(256).nullish() });

/** One row condition; NULL passes none of them. */
export const RowFilter = z
  .looseObject({
    column: z.string().min(1).max(256),
    operator: z.enum(FILTER_OPERATORS).default('equals'),
    value: z.union([z.string().max(4096), z.number(), z.boolean()]).nullish(),
    valueFrom: AttributeSource.nullish(),
    value_from: AttributeSource.nullish(),
    value_from_attribute: z.union([z.string().max(256), AttributeSource]).nullish(),
    supported_data_types: z.array(z.string().max(64)).max(64).nullish(),
  })
  .refine((filter) => filter.value != null || attributeOf(filter) !== undefined, { message: 'give value or valueFrom.user_attribute', path: ['value'] });
export type RowFilter = z.infer<typeof RowFilter>;

/** The user attribute a filter takes its value from, whichever client spelled it. */
export function attributeOf(filter: {
  valueFrom?: z.infer<typeof AttributeSource> | null;
  value_from?: z.infer<typeof AttributeSource> | null;
  value_from_attribute?: string | z.infer<typeof AttributeSource> | null;
}): string | undefined {
  const third = filter.value_from_attribute;
  const source = filter.valueFrom ?? filter.value_from ?? (typeof third === 'string' ? { user_attribute: third } : third);
  return source?.user_attribute ?? source?.userAttribute ?? undefined;
}

export const DataSelector = z.looseObject({
  user: z.looseObject({ match: z.enum(['any', 'all']), tags: z.array(Pattern).min(1).max(256) }),
  column: z
    .looseObject({ tags: z.array(z.string().min(1).max(256)).max(256).nullish(), names: z.array(z.string().min(1).max(256)).max(256).nullish() })
    .nullish(),
});

const shape = {
  type: z.enum(['mask', 'filter']),
  name: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  priority: z.int().min(1).max(100).nullish(),
  depot: Pattern.nullish(),
  collection: Pattern.nullish(),
  dataset: Pattern.nullish(),
  dataset_id: z.string().max(512).nullish(),
  selector: DataSelector,
  mask: Mask.nullish(),
  filters: z.array(RowFilter).max(64).nullish(),
  isArchived: z.boolean().nullish(),
};

/** `policy.data` of a manifest: a mask on selected columns or a filter on rows, for selected users. */
export const DataRule = z.looseObject(shape).superRefine((rule, context) => {
  if (rule.type === 'mask') {
    if (!rule.mask) context.addIssue({ code: 'custom', path: ['mask'], message: 'a mask policy needs mask' });
    const column = rule.selector.column;
    if (!column?.names?.length && !column?.tags?.length) {
      context.addIssue({ code: 'custom', path: ['selector', 'column'], message: 'a mask policy selects columns by names or tags' });
    }
  } else if (!rule.filters?.length) {
    context.addIssue({ code: 'custom', path: ['filters'], message: 'a filter policy needs filters' });
  }
  const id = rule.dataset_id;
  if (id && id.split('.').length !== 3) {
    context.addIssue({ code: 'custom', path: ['dataset_id'], message: 'must be depot.collection.dataset' });
  }
});
export type DataRule = z.infer<typeof DataRule>;

/** A data policy as the REST clients read it: every documented key is present. */
export const DataPolicyView = z.looseObject({
  name: z.string(),
  description: z.string(),
  owner: z.string(),
  collection: z.string(),
  priority: z.int(),
  type: z.enum(['mask', 'filter']),
  dataset_id: z.string(),
  selector: z.unknown(),
  mask: z.unknown(),
  filters: z.unknown(),
});
export type DataPolicyView = z.infer<typeof DataPolicyView>;
