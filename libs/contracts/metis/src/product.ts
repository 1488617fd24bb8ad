import { DatasetLink, pageOf } from '@dataos/contracts-core';
import { z } from 'zod';

export const ProductName = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/, 'must be at most 48 lower-case letters, digits and hyphens');

/** A port of a data product: a dataset it reads or offers. */
export const ProductPort = z.object({ dataset: DatasetLink, description: z.string().max(2_000).optional(), purpose: z.string().max(2_000).optional() });

/** What is written of a data product. */
export const ProductSpec = z.object({
  title: z.string().max(500).optional(),
  description: z.string().max(20_000).optional(),
  purpose: z.string().max(20_000).optional(),
  owner: z.string().max(256).optional(),
  /** Such as `DPDomain.Travel`. */
  tags: z.array(z.string().min(1).max(128)).max(100).default([]),
  collaborators: z.array(z.object({ name: z.string().max(256), description: z.string().max(2_000).optional() })).max(100).default([]),
  refs: z.array(z.object({ title: z.string().max(500), href: z.string().max(2_000) })).max(100).default([]),
  inputs: z.array(ProductPort).max(200).default([]),
  outputs: z.array(ProductPort).max(200).default([]),
  /** The resource that builds it, such as `bundle:v1beta:air`. */
  resource: z.string().max(500).optional(),
});
export type ProductSpec = z.infer<typeof ProductSpec>;

/** A data product as the catalog keeps it. */
export const Product = ProductSpec.extend({
  /** `data:v1beta:<name>`. */
  id: z.string(),
  name: z.string(),
  generation: z.number().int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type Product = z.infer<typeof Product>;
export const ProductPage = pageOf(Product);
