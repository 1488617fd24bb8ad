import type { AtomView, GrantRequestView, GrantView, ProviderView, UseCaseView } from '@dataos/contracts-heimdall';
import { linksTo } from '../users/links.js';
import { variablesOf } from './compile.js';
import type { AtomRow, GrantRequestRow, GrantRow, ProviderRow, UseCaseRow } from './grant.entity.js';

const v1 = '/heimdall/api/v1';
const times = (row: { createdAt: Date; updatedAt: Date }): { created_at: string; updated_at: string } => ({ created_at: row.createdAt.toISOString(), updated_at: row.updatedAt.toISOString() });

export const toAtom = (row: AtomRow): AtomView => ({
  id: row.id, description: row.description, predicate: row.predicate, tags: row.tags, paths: row.paths, variables: variablesOf(row), conditions: null,
  policy_enforcement_provider_id: row.providerId, ...times(row), _links: linksTo(`${v1}/atoms/${row.id}`),
});

export const toProvider = (row: ProviderRow): ProviderView => ({
  id: row.id, name: row.name, version: row.version, description: row.description, ...times(row), _links: linksTo(`${v1}/providers/${row.id}`),
});

export const toUseCase = (row: UseCaseRow, atoms: readonly AtomRow[], unbound: Record<string, string[]>): UseCaseView => ({
  id: row.id, name: row.name, description: row.description, category: row.category, authorization_atoms: atoms.map(toAtom), use_cases: row.useCases, values: row.values, unbound,
  ...times(row), _links: linksTo(`${v1}/use-cases/${row.id}`),
});

export const toGrant = (row: GrantRow, policies: readonly string[]): GrantView => ({
  id: row.id, policy_use_case_id: row.useCaseId, collection: 'default', subjects: row.subjects, subjectGranters: row.granters, values: row.values,
  policies: policies.map((id) => ({ id })), expires_at: row.expiresAt?.toISOString() ?? null, ...times(row),
  _links: linksTo(`${v1}/grants/${row.id}`, { changes: `${v1}/grants/${row.id}/changes` }),
});

export const toRequest = (row: GrantRequestRow): GrantRequestView => ({
  id: row.id, state: row.state, policy_use_case_id: row.useCaseId, collection: 'default', subjects: row.subjects,
  values: Object.fromEntries([...Map.groupBy(row.values, (value) => value.authorization_atom_id)].map(([id, values]) => [id, values.flatMap((value) => value.variable_values)])),
  notes: row.notes, requester: row.requester, source: row.source, creator: row.creator, decision: row.decision, policy_use_case_grant_id: row.grantId, duration: row.duration,
  created_at: row.createdAt.toISOString(), _links: linksTo(`${v1}/grant-requests/${row.id}`),
});
