import type { AccessRule, DataPolicyView, GatewayPolicy, PolicyBody, PolicyInput, PolicyView } from '@dataos/contracts-heimdall';
import { attributeOf } from '@dataos/contracts-heimdall';
import { linksTo } from '../users/links.js';
import type { PolicyRow } from './policy.entity.js';

const ACCESS_KEYS = new Set(['name', 'description', 'collection', 'subjects', 'predicates', 'objects', 'allow']);
const DATA_KEYS = new Set(['name', 'description', 'type', 'priority', 'depot', 'collection', 'dataset', 'dataset_id', 'selector', 'mask', 'filters', 'isArchived', '_links', 'owner']);

/** A policy as a resource and, beside it, in the flat form of the REST clients. */
export function toPolicyView(row: PolicyRow): PolicyView {
  const { builtIn, kind, layer, name, owner, description, policy, revision, tags, updatedAt, updatedBy } = row;
  return {
    name, kind, layer, builtIn, owner, description, tags, policy, revision, updatedAt: updatedAt.toISOString(), updatedBy, expiresAt: row.expiresAt?.toISOString() ?? null, grant: row.grantId ?? null,
    warnings: warningsOf(row), ...flat(policy.access), collection: 'default', conditions: null, _links: linksTo(`/heimdall/api/v1/policies/${name}`),
  };
}

/** Tag expressions always as lists of lists, as the clients declare them. */
const nested = (tags: AccessRule['subjects']['tags']): string[][] => tags.map((clause) => (typeof clause === 'string' ? [clause] : clause));

function flat(rule: AccessRule | undefined): Record<string, unknown> {
  if (!rule) return { allow: null, subjects: null, predicates: null, objects: null };
  const { allow, objects, predicates, subjects } = rule;
  return { allow, subjects: { tags: nested(subjects.tags) }, predicates, objects: { paths: objects.paths ?? null, tags: objects.tags ? nested(objects.tags) : null } };
}

/** The stored form of either form of body. */
export function inputOf(body: PolicyBody): PolicyInput {
  const { description, layer, objects, owner, policy, predicates, subjects, tags } = body;
  const metadata = { layer, ...(description ? { description } : {}), ...(owner ? { owner } : {}), ...(tags ? { tags } : {}) };
  if (policy) return { ...metadata, policy };
  const paths = objects?.paths ? { paths: objects.paths } : {};
  const access = { subjects: subjects ?? { tags: [] }, predicates: predicates ?? [], objects: { ...paths, ...(objects?.tags ? { tags: objects.tags } : {}) }, allow: body.allow ?? false };
  return { ...metadata, policy: { access } };
}

/** Keys that are kept but have no effect: probably typing errors. */
function warningsOf(row: PolicyRow): string[] {
  const unknown = (rule: object | undefined, known: Set<string>, at: string): string[] =>
    Object.keys(rule ?? {}).filter((key) => !known.has(key)).map((key) => `${at}/${key} is not known here and has no effect`);
  return [
    ...unknown(row.policy, new Set(['access', 'data', 'expect']), '/policy'),
    ...unknown(row.policy.access, ACCESS_KEYS, '/policy/access'),
    ...unknown(row.policy.access?.subjects, new Set(['tags']), '/policy/access/subjects'),
    ...unknown(row.policy.access?.objects, new Set(['tags', 'paths']), '/policy/access/objects'),
    ...unknown(row.policy.data, DATA_KEYS, '/policy/data'),
    ...flatTags(row.policy.access),
  ];
}

/** A flat list means OR; of object tags of several kinds AND was probably meant. */
function flatTags(rule: AccessRule | undefined): string[] {
  const kinds = new Set((rule?.objects.tags ?? []).flatMap((tag) => (typeof tag === 'string' && tag.startsWith('dataos:') ? [tag.split(':')[1]] : [])));
  return kinds.size > 1 ? ['/policy/access/objects/tags is a flat list and means OR; write an inner list where all must hold'] : [];
}

/** The flat form: every key that a client generation asks for is there, `null` where nothing is known. */
export function toDataPolicyView(row: PolicyRow): DataPolicyView {
  const rule = row.policy.data;
  const parts = [rule?.depot, rule?.collection, rule?.dataset].map((part) => part ?? '**').join('.');
  return {
    name: row.name, description: row.description, owner: row.owner, collection: 'default', priority: rule?.priority ?? 100, type: rule?.type ?? 'mask',
    dataset_id: rule?.dataset_id ?? parts,
    selector: { user: rule?.selector.user ?? null, column: { tags: rule?.selector.column?.tags ?? null, names: rule?.selector.column?.names ?? null } },
    mask: rule?.mask ? { ...emptyMask, supported_data_types: null, ...rule.mask, passThrough: rule.mask.pass_through ?? null } : null, filters: filtersOf(row),
  };
}

function filtersOf(row: PolicyRow): Record<string, unknown>[] | null {
  return row.policy.data?.filters?.map((filter) => {
    const attribute = attributeOf(filter);
    const source = attribute === undefined ? null : { user_attribute: attribute, userAttribute: attribute };
    return {
      ...filter, value: filter.value == null ? null : String(filter.value), valueFrom: source, value_from_attribute: source,
      supported_data_types: filter.supported_data_types ?? null, supportedDataTypes: filter.supported_data_types ?? null,
    };
  }) ?? null;
}

/** The gateway's form: the resource, with every member its clients need; filters repeat name, owner and priority. */
export function toGatewayPolicy(row: PolicyRow): GatewayPolicy {
  const rule = row.policy.data;
  const priority = rule?.priority ?? 100;
  const type = rule?.type ?? 'mask';
  const column = rule?.selector.column;
  return {
    actions: ['read'], priority, condition: '', mask: type === 'mask', filter: type === 'filter', name: row.name, version: 'v1', type: 'policy', tags: row.tags,
    description: row.description, owner: row.owner, layer: row.layer,
    policy: {
      data: {
        priority, type, name: row.name, description: row.description, depot: rule?.depot ?? null, collection: rule?.collection ?? null, dataset: rule?.dataset ?? null,
        selector: { user: rule?.selector.user ?? null, column: { column: null, policyName: null, masks: null, tags: column?.tags ?? null, names: column?.names ?? null } },
        mask: rule?.mask ? { ...emptyMask, ...rule.mask, supportedDataTypes: rule.mask.supported_data_types ?? null } : null,
        filters: filtersOf(row)?.map((filter) => ({ ...filter, name: row.name, owner: row.owner, priority })) ?? null,
      },
    },
  };
}

/** Every setting a mask may have, as the clients want to see them. */
export const emptyMask = { pass_through: null, hash: null, redact: null, bucket_number: null, bucket_date: null, rand_pattern: null, rand_regexify: null, regex_replace: null };
