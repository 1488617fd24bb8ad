import type { DataPolicyView, PolicyView } from '@dataos/contracts-heimdall';
import { attributeOf } from '@dataos/contracts-heimdall';
import type { PolicyRow } from './policy.entity.js';

const ACCESS_KEYS = new Set(['name', 'description', 'collection', 'subjects', 'predicates', 'objects', 'allow']);
const DATA_KEYS = new Set(['name', 'description', 'type', 'priority', 'depot', 'collection', 'dataset', 'dataset_id', 'selector', 'mask', 'filters', 'isArchived', '_links', 'owner']);

export function toPolicyView(row: PolicyRow): PolicyView {
  const { builtIn, kind, layer, name, owner, description, policy, revision, tags, updatedAt, updatedBy } = row;
  return { name, kind, layer, builtIn, owner, description, tags, policy, revision, updatedAt: updatedAt.toISOString(), updatedBy, warnings: warningsOf(row) };
}

/** Keys that are kept but have no effect: probably typing errors. */
function warningsOf(row: PolicyRow): string[] {
  const unknown = (rule: object | undefined, known: Set<string>, at: string): string[] =>
    Object.keys(rule ?? {}).filter((key) => !known.has(key)).map((key) => `${at}/${key} is not known here and has no effect`);
  return [
    ...unknown(row.policy, new Set(['access', 'data']), '/policy'),
    ...unknown(row.policy.access, ACCESS_KEYS, '/policy/access'),
    ...unknown(row.policy.access?.subjects, new Set(['tags']), '/policy/access/subjects'),
    ...unknown(row.policy.access?.objects, new Set(['tags', 'paths']), '/policy/access/objects'),
    ...unknown(row.policy.data, DATA_KEYS, '/policy/data'),
  ];
}

/** The flat form: every key that a client generation asks for is there, `null` where nothing is known. */
export function toDataPolicyView(row: PolicyRow): DataPolicyView {
  const rule = row.policy.data;
  const parts = [rule?.depot, rule?.collection, rule?.dataset].map((part) => part ?? '**').join('.');
  return {
    name: row.name, description: row.description, owner: row.owner, collection: 'default', priority: rule?.priority ?? 100, type: rule?.type ?? 'mask',
    dataset_id: rule?.dataset_id ?? parts,
    selector: { user: rule?.selector.user ?? null, column: { tags: rule?.selector.column?.tags ?? null, names: rule?.selector.column?.names ?? null } },
    mask: rule?.mask ?? null,
    filters: rule?.filters?.map((filter) => {
      const attribute = attributeOf(filter);
      const source = attribute === undefined ? null : { user_attribute: attribute, userAttribute: attribute };
      return { ...filter, value: filter.value == null ? null : String(filter.value), valueFrom: source, value_from_attribute: attribute ?? null };
    }) ?? null,
  };
}
