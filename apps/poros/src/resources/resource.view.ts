import { isWorkspaceType, type Resource, resourceId } from '@dataos/contracts-poros';
import { conceal, withoutPolicies } from '../manifests/secrets.js';
import { toStatus } from '../reconcile/state.js';
import type { ResourceRow } from './resource.entity.js';

type Key = Pick<ResourceRow, 'type' | 'version' | 'name' | 'workspace'>;
export const idOf = ({ type, version, name, workspace }: Key): string => resourceId({ type, version, name, workspace });
export const layerOf = (manifest: Record<string, unknown>): string => String(manifest['layer'] ?? 'user');

/** The tags of the manifest and those the platform adds, which policies match on. */
export function tagsOf({ type, name, workspace, manifest }: Pick<ResourceRow, 'type' | 'name' | 'workspace' | 'manifest'>): string[] {
  const own = Array.isArray(manifest['tags']) ? manifest['tags'].map(String) : [];
  const product = type === 'data' ? ['dataos:type:product', 'dataos:product:data', `dataos:product:data:${name}`] : [];
  const place = isWorkspaceType(type) ? [`dataos:workspace:${workspace}`] : ['dataos:type:cluster-resource'];
  return [...new Set([...own, 'dataos:type:resource', `dataos:resource:${type}`, `dataos:layer:${layerOf(manifest)}`, ...place, ...product])];
}

/** A resource as it is told; secret values and their fingerprints stay here, and what policies say where `policies` is false. */
export function toView(row: ResourceRow, bundle?: string, { policies }: { policies: boolean } = { policies: true }): Resource {
  const { name, version, type, tags: _tags, description, ...rest } = conceal(policies ? row.manifest : withoutPolicies(row.manifest));
  return {
    id: idOf(row), name: String(name), version: String(version), type: String(type), tags: tagsOf(row),
    ...(typeof description === 'string' ? { description } : {}), owner: row.owner, layer: layerOf(row.manifest), ...(row.workspace === '' ? {} : { workspace: row.workspace }),
    ...rest, generation: row.generation, uid: row.uid, created: row.createdAt.toISOString(), ...(bundle === undefined ? {} : { madeBy: bundle }), status: toStatus(row.state),
  };
}

/** What events tell of a resource. */
export function factsOf(row: ResourceRow) {
  const { description } = row.manifest;
  return {
    id: idOf(row), uid: row.uid, type: row.type, version: row.version, name: row.name, ...(row.workspace === '' ? {} : { workspace: row.workspace }),
    ...(typeof description === 'string' ? { description } : {}), owner: row.owner, layer: layerOf(row.manifest), tags: tagsOf(row), generation: row.generation, references: row.refs,
    ...(row.bundle === null ? {} : { bundle: row.bundle }),
  };
}
export const statusFacts = ({ state }: ResourceRow) => ({ aggregateStatus: state.aggregate, runtime: state.runtime, info: state.info });
