import { attributeOf, type BucketBound, type DataRule, type Mask, MASK_OPERATORS, type MaskOperator, type TagExpression } from '@dataos/contracts-heimdall';
import { compileTags } from '../decisions/decide.js';
import { compileGlob, type Matcher, TAG_DELIMITERS } from '../decisions/glob.js';

/** A stored data policy as it enters the decision point. */
export interface DataPolicy {
  readonly name: string;
  readonly owner: string;
  readonly rule: DataRule;
}

export interface ColumnFacts {
  readonly name: string;
  readonly type?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** What of a column a policy names. */
export interface ColumnMatch { readonly name?: string; readonly tag?: string }

export interface DatasetParts {
  readonly depot: string;
  readonly collection: string;
  readonly dataset: string;
}

type FilterValue = string | number | boolean;
export interface CompiledFilter {
  readonly column: string;
  readonly operator: 'equals' | 'not_equals' | 'less_than' | 'less_than_or_equals_to' | 'greater_than' | 'greater_than_or_equals_to' | 'like' | 'not_like';
  readonly value: FilterValue | undefined;
  readonly attribute: string | undefined;
}

/** A data policy ready to be asked. */
export interface CompiledDataPolicy {
  readonly name: string;
  readonly owner: string;
  readonly priority: number;
  readonly kind: 'mask' | 'filter';
  /** Whether the policy names a dataset; a filter that names none leaves tables without its column alone. */
  readonly scoped: boolean;
  readonly user: (tags: readonly string[]) => boolean;
  /** What `user` asks for, to be named in reasons. */
  readonly userTags: TagExpression;
  readonly dataset: (parts: DatasetParts) => boolean;
  /** By which name or tag the policy selects a column. */
  readonly column: (column: ColumnFacts) => ColumnMatch | undefined;
  readonly mask: { readonly operator: MaskOperator; readonly config: Record<string, unknown>; readonly types: readonly string[] } | undefined;
  readonly filters: readonly CompiledFilter[];
}

const DEFAULT_PRIORITY = 100;

/** Prepares a data policy; an archived one is inert and yields `undefined`. `bound` is what the installation takes for buckets. */
export function compileDataPolicy(policy: DataPolicy, bound: BucketBound = 'lower'): CompiledDataPolicy | undefined {
  const { rule } = policy;
  if (rule.isArchived) return undefined;
  const parts = partsOf(rule);
  const userTags = userSelector(rule);
  return {
    name: policy.name,
    owner: policy.owner,
    priority: rule.priority ?? DEFAULT_PRIORITY,
    kind: rule.type,
    scoped: parts.some((part) => part !== undefined && !/^\*+$/.test(part)),
    user: compileTags(userTags),
    userTags,
    dataset: datasetSelector(parts),
    column: columnSelector(rule),
    mask: rule.mask ? { operator: rule.mask.operator, config: configOf(rule.mask, bound), types: rule.mask.supported_data_types ?? [] } : undefined,
    filters: (rule.filters ?? []).map((filter) => ({
      column: filter.column, operator: filter.operator, value: filter.value ?? undefined, attribute: filter.value == null ? attributeOf(filter) : undefined,
    })),
  };
}

/** Depot, collection and dataset globs; the separate members count before `dataset_id`, a missing one matches all. */
function partsOf(rule: DataRule): readonly (string | undefined)[] {
  const id = rule.dataset_id ? rule.dataset_id.split('.') : [];
  return [rule.depot ?? id[0], rule.collection ?? id[1], rule.dataset ?? id[2]];
}

function userSelector(rule: DataRule): TagExpression {
  const { match, tags } = rule.selector.user;
  return match === 'all' ? [tags] : tags;
}

/** Names of SQL are compared without regard to case: a policy must not be dodged by writing `EMAIL`. */
function datasetSelector(parts: readonly (string | undefined)[]): (parts: DatasetParts) => boolean {
  const [depot, collection, dataset] = parts.map((part): Matcher => (part ? compileGlob(part.toLowerCase(), TAG_DELIMITERS) : () => true));
  return (asked) => Boolean(depot?.(asked.depot.toLowerCase()) && collection?.(asked.collection.toLowerCase()) && dataset?.(asked.dataset.toLowerCase()));
}

function columnSelector(rule: DataRule): CompiledDataPolicy['column'] {
  const names = new Set((rule.selector.column?.names ?? []).map((name) => name.toLowerCase()));
  const tags = new Set(rule.selector.column?.tags ?? []);
  return (column) => {
    if (names.has(column.name.toLowerCase())) return { name: column.name };
    const tag = column.tags?.find((one) => tags.has(one));
    return tag === undefined ? undefined : { tag };
  };
}

function configOf(mask: Mask, bound: BucketBound): Record<string, unknown> {
  const given = Object.entries((mask[mask.operator] ?? {}) as Record<string, unknown>).filter(([, value]) => value !== null && value !== undefined);
  return { ...(mask.operator === 'bucket_number' ? { bound } : {}), ...Object.fromEntries(given) };
}

/** Smaller hides more; breaks ties of equal priority. */
export const strictness = (operator: MaskOperator): number => MASK_OPERATORS.indexOf(operator);
