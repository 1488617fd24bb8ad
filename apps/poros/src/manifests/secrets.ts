import type { Client } from '@dataos/contracts-core';
import type { heimdallApi, SecretInput } from '@dataos/contracts-heimdall';
import { createHmac } from 'node:crypto';
import type { Checked } from './manifest.js';
import { SecretBlock } from './type-schemas.js';

export type SecretCall = Parameters<Client<typeof heimdallApi>['putSecret']>[0] & { body: SecretInput };
type Json = Record<string, unknown>;
const isSecret = (type: unknown): boolean => type === 'instance-secret' || type === 'secret';

/** The name under which heimdall keeps it: secrets of a workspace carry its name in front. */
export const secretName = ({ name, workspace }: { name: string; workspace?: string | undefined }): string => (workspace ? `${workspace}.${name}` : name);

/** The secrets in a manifest, members of a bundle included, as heimdall takes them. */
export function secretsIn(checked: Checked, owner: string): SecretCall[] {
  if (!isSecret(checked.type)) return checked.members.flatMap((member) => secretsIn(member.checked, owner));
  const { type: kind, acl, data, files } = SecretBlock.parse(checked.block);
  const description = checked.manifest['description'];
  const values = { ...(data === undefined ? {} : { data }), ...(files === undefined ? {} : { files }) };
  return [{ params: { secret: secretName(checked) }, body: { kind, acl, owner, ...values, ...(typeof description === 'string' ? { description } : {}) } }];
}

/**
 * The manifest with a fingerprint for each secret value: enough to see that a value changed, of no use without the key.
 * The stored manifest is made this way, so that this service keeps no secret.
 */
export const fingerprint = (manifest: Json, key: string): Json =>
  mapSecrets(manifest, (value, path) => `hmac:${createHmac('sha256', key).update(`${path}\n${value}`).digest('hex')}`);

/** The manifest as it may be shown. */
export const conceal = (manifest: Json): Json => mapSecrets(manifest, () => '***');

/** Whom a manifest tells what policies say. */
export const POLICIES_PATH = '/heimdall/api/v1/policies';
/** The manifest without what its policies say: who may look around may not know whom they let see what, and what filters compare with. */
export function withoutPolicies(manifest: Json): Json {
  if (manifest['type'] === 'bundle') return mapMembers(manifest, withoutPolicies);
  return manifest['type'] === 'policy' ? { ...manifest, policy: { hidden: `for its owner, and whom policy lets get ${POLICIES_PATH}` } } : manifest;
}
export const holdsPolicies = (manifest: Json): boolean => manifest['type'] === 'policy' || manifest['type'] === 'bundle';

function mapMembers(manifest: Json, map: (member: Json) => Json): Json {
  const bundle = manifest['bundle'] as { resources: Json[] };
  const resources = bundle.resources.map((member) => ({
    ...member, ...(isObject(member['spec']) ? { spec: map(member['spec']) } : {}), ...(isObject(member['resource']) ? { resource: map(member['resource']) } : {}),
  }));
  return { ...manifest, bundle: { ...bundle, resources } };
}

function mapSecrets(manifest: Json, map: (value: string, path: string) => string): Json {
  if (manifest['type'] === 'bundle') return mapMembers(manifest, (member) => mapSecrets(member, map));
  if (!isSecret(manifest['type'])) return manifest;
  const type = String(manifest['type']);
  const block = manifest[type] as Json;
  const mapped = (part: string): Json => (isObject(block[part])
    ? { [part]: Object.fromEntries(Object.entries(block[part]).map(([key, value]) => [key, map(String(value), `${type}/${String(manifest['name'])}/${part}/${key}`)])) } : {});
  return { ...manifest, [type]: { ...block, ...mapped('data'), ...mapped('files') } };
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
