import type { ProductSpec } from '@dataos/contracts-metis';
import type { z } from 'zod';
import { blockKey } from './manifest.js';
import { datasetLink } from './references.js';
import { ProductBlock } from './type-schemas.js';

type Port = { ref: string; description?: string | undefined; purpose?: string | undefined };

/** A data product as the catalog takes it; ports that are not datasets stay in the manifest. */
export function productSpecOf(manifest: Record<string, unknown>, version: string, owner: string): z.input<typeof ProductSpec> {
  const { data } = ProductBlock.parse(manifest[blockKey('data', version)]);
  const { description, purpose, tags } = manifest;
  return {
    ...(data.meta?.title === undefined ? {} : { title: data.meta.title }),
    ...(typeof description === 'string' ? { description } : {}), ...(typeof purpose === 'string' ? { purpose } : {}), owner,
    tags: Array.isArray(tags) ? tags.map(String) : [],
    collaborators: data.collaborators.map(({ name, description: role }) => ({ name, ...(role === undefined ? {} : { description: role }) })),
    refs: [...data.refs, ...(data.relatedRefs ?? [])].map(({ title, href }) => ({ title, href })),
    inputs: portsOf(data.inputs), outputs: portsOf(data.outputs),
    ...(data.resource === undefined ? {} : { resource: data.resource.ref }),
  };
}

const portsOf = (ports: readonly Port[]) => ports.flatMap(({ ref, description, purpose }) => {
  const dataset = datasetLink(ref);
  return dataset === undefined ? [] : [{ dataset, ...(description === undefined ? {} : { description }), ...(purpose === undefined ? {} : { purpose }) }];
});
