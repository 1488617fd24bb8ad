import type { MatchedTag, TableDecision, TableInput } from '@dataos/contracts-heimdall';
import { satisfied } from '../decisions/reasons.js';
import type { CompiledDataPolicy } from './data-policy.js';

/** Says of each mask and filter why it met this reader: the tags they hold that its policy names, and what of the column it names. */
export function withReasons(tables: readonly TableDecision[], asked: readonly TableInput[], policies: readonly CompiledDataPolicy[], held: readonly string[]): TableDecision[] {
  const named = new Map(policies.map((policy) => [policy.name, policy]));
  const met = new Map<string, MatchedTag[]>();
  const subjectOf = (policy: CompiledDataPolicy): MatchedTag[] => {
    const known = met.get(policy.name) ?? (satisfied(policy.userTags, held) ?? []).map(({ tag }) => ({ tag }));
    met.set(policy.name, known);
    return known;
  };
  return tables.map((table, at) => ({
    ...table,
    filters: table.filters.map((filter) => {
      const policy = named.get(filter.policy);
      return policy === undefined ? filter : { ...filter, because: { owner: policy.owner, subject: subjectOf(policy) } };
    }),
    masks: table.masks.map((mask) => {
      const policy = named.get(mask.policy);
      const facts = asked[at]?.columns.find(({ name }) => name === mask.column);
      const column = facts && policy?.column(facts);
      return policy === undefined ? mask : { ...mask, because: { owner: policy.owner, subject: subjectOf(policy), ...(column === undefined ? {} : { column }) } };
    }),
  }));
}
