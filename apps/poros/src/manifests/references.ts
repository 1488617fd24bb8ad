import { parseAddress } from '@dataos/contracts-core';
import { resourceId } from '@dataos/contracts-poros';
import type { Checked } from './manifest.js';

/** What a manifest needs of others: addresses of data, and ids of secrets, bundles and members. */
export function referencesOf(checked: Checked): string[] {
  const found = new Set<string>();
  if (checked.type === 'workflow' || checked.type === 'cluster') collectAddresses(checked.block, found);
  if (checked.type === 'depot') {
    for (const { name } of (checked.block as { secrets?: { name: string }[] }).secrets ?? []) found.add(resourceId({ type: 'instance-secret', version: 'v1', name }));
  }
  if (checked.type === 'data') {
    const { data } = checked.block as { data: { resource?: { ref: string }; inputs: { ref: string }[]; outputs: { ref: string }[] } };
    if (data.resource !== undefined) found.add(data.resource.ref);
    for (const { ref } of [...data.inputs, ...data.outputs]) found.add(datasetLink(ref) ?? ref);
  }
  for (const member of checked.members) found.add(resourceId(member.checked));
  return [...found];
}

/** `dataset:depot:collection:name` as an address; addresses stay, anything else is `undefined`. */
export function datasetLink(ref: string): string | undefined {
  const parts = ref.split(':');
  const text = parts[0] === 'dataset' && parts.length === 4 ? `dataos://${parts[1]}:${parts[2]}/${parts[3]}` : ref;
  return parseAddress(text)?.dataset === undefined ? undefined : text;
}

function collectAddresses(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (parseAddress(value) !== undefined) found.add(value.split('?')[0] ?? value);
  } else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) collectAddresses(member, found);
}

/** Whether one of the references `refs` needs the resource `target`. */
export function needs(refs: readonly string[], target: { type: string; version: string; name: string; workspace?: string | undefined }): boolean {
  if (target.type === 'depot') return refs.some((ref) => parseAddress(ref)?.depot === target.name);
  return refs.includes(resourceId(target));
}
