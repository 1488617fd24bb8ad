import { DatasetLink, pageOf } from '@dataos/contracts-core';
import { z } from 'zod';
import { text } from './text.js';

export const ProductName = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/, 'must be at most 48 lower-case letters, digits and hyphens');

/** A port of a data product: a dataset it reads or offers. */
export const ProductPort = z.object({ dataset: DatasetLink, description: text(2_000).optional(), purpose: text(2_000).optional() });

/** What is written of a data product. */
export const ProductSpec = z.object({
  title: text(500).optional(),
  description: text(20_000).optional(),
  purpose: text(20_000).optional(),
  owner: text(256).optional(),
  /** Such as `DPDomain.Travel`. */
  tags: z.array(text(128).min(1)).max(100).default([]),
  collaborators: z.array(z.object({ name: text(256), description: text(2_000).optional() })).max(100).default([]),
  refs: z.array(z.object({ title: text(500), href: text(2_000) })).max(100).default([]),
  inputs: z.array(ProductPort).max(200).default([]),
  outputs: z.array(ProductPort).max(200).default([]),
  /** The resource that builds it, such as `bundle:v1beta:air`. */
  resource: text(500).optional(),
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
