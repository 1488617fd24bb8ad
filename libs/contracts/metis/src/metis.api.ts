import { DeadLetter, deadLetterRoutes, defineApi, defineRoute, PageQuery, PolicyDenied, ReplayResult } from '@dataos/contracts-core';
import { z } from 'zod';
import { Asset, AssetColumn, AssetEdit, AssetHit, AssetPage, AssetQuery, AssetSummary, AssetTag, AssetTagsEdit, TableDescription } from './asset.js';
import { LineageEdge, LineageGraph, LineageNode, LineageQuery, LineageReceipt, OpenLineageRunEvent, TagPassing } from './lineage.js';
import { AssetNotFound, ColumnNotFound, LineageDatasetRefused, ProductNotFound, ScanFilterRefused, ScanNotFound } from './metis.problems.js';
import { Product, ProductName, ProductPage, ProductPort, ProductSpec } from './product.js';
import { DepotName, Scan, ScanCounts, ScanFilter, ScanPage, ScanRequest } from './scan.js';
import { text } from './text.js';

const AssetId = z.object({ id: text(1_000).min(1) });
const ProductId = z.object({ product: ProductName });

const scans = {
  scan: defineRoute({
    method: 'POST', path: '/metis/api/v1/scans', summary: 'Start a scan of a depot', tags: ['scans'],
    description: 'Answers at once; the scan runs as a job that goes on after a crash. Follow it by its id.',
    example: { depot: 'crm', tableFilter: { includes: ['passengers'] } }, body: ScanRequest, response: Scan, status: 202, problems: [ScanFilterRefused],
  }),
  listScans: defineRoute({
    method: 'GET', path: '/metis/api/v1/scans', summary: 'List scans, newest first', tags: ['scans'],
    query: PageQuery.extend({ depot: DepotName.optional() }), response: ScanPage,
  }),
  getScan: defineRoute({
    method: 'GET', path: '/metis/api/v1/scans/:scan', summary: 'Get a scan', tags: ['scans'],
    description: '`wait` (seconds) holds the answer until the scan has ended or the time is over.',
    params: z.object({ scan: z.uuid() }), query: z.object({ wait: z.coerce.number().min(0).max(25).default(0) }),
    response: Scan, problems: [ScanNotFound],
  }),
};

const assets = {
  searchAssets: defineRoute({
    method: 'GET', path: '/metis/api/v1/assets', summary: 'Search the catalog', tags: ['assets'], query: AssetQuery, response: AssetPage,
  }),
  getAsset: defineRoute({
    method: 'GET', path: '/metis/api/v1/assets/:id', summary: 'Get an asset by its url-encoded id', tags: ['assets'],
    params: AssetId, response: Asset, problems: [AssetNotFound],
  }),
  putAsset: defineRoute({
    method: 'PUT', path: '/metis/api/v1/assets/:id', summary: 'Set description and owner of an asset', tags: ['assets'],
    params: AssetId, body: AssetEdit, response: Asset, problems: [AssetNotFound],
  }),
  putAssetTags: defineRoute({
    method: 'PUT', path: '/metis/api/v1/assets/:id/tags', summary: 'Set tags of an asset and its columns', tags: ['assets'],
    params: AssetId, body: AssetTagsEdit, response: Asset, problems: [AssetNotFound, ColumnNotFound],
  }),
  describeTables: defineRoute({
    method: 'POST', path: '/metis/api/v1/tables/describe', summary: 'Describe many tables at once', tags: ['assets'],
    description: 'Columns, types and tags by address, in the order asked; unknown addresses answer with found = false, or not at all where `omitUnknown` says so.',
    body: z.strictObject({ addresses: z.array(text(1_000).min(1)).max(10_000), omitUnknown: z.boolean().default(false) }),
    response: z.object({ tables: z.array(TableDescription) }),
  }),
};

const lineage = {
  getLineage: defineRoute({
    method: 'GET', path: '/metis/api/v1/assets/:id/lineage', summary: 'Where an asset comes from and goes to', tags: ['lineage'],
    params: AssetId, query: LineageQuery, response: LineageGraph, problems: [AssetNotFound],
  }),
  recordLineage: defineRoute({
    method: 'POST', path: '/hera/api/v1/lineage', summary: 'Receive an OpenLineage run event', tags: ['lineage'],
    body: OpenLineageRunEvent, response: LineageReceipt, status: 201, problems: [LineageDatasetRefused],
  }),
  passTags: defineRoute({
    method: 'POST', path: '/metis/api/v1/tables/tags', summary: 'Put the tags of columns on those computed from them, before these can be read', tags: ['lineage'],
    description: 'Who copies data asks for this before the copy is in its place, so that nobody can read it without the protection of what it was made from. The caller must be allowed to `write` every dataset named as an output.',
    example: { columns: [{ output: 'dataos://lake:crm/people#mail', inputs: ['dataos://crm:public/passengers#email'] }] },
    body: TagPassing, response: z.object({ outputs: z.array(z.string()) }), problems: [PolicyDenied],
  }),
};

const products = {
  listProducts: defineRoute({
    method: 'GET', path: '/metis/api/v1/products', summary: 'List data products', tags: ['products'],
    query: PageQuery.extend({ owner: text(256).optional(), tag: text(128).optional() }), response: ProductPage,
  }),
  getProduct: defineRoute({
    method: 'GET', path: '/metis/api/v1/products/:product', summary: 'Get a data product', tags: ['products'],
    params: ProductId, response: Product, problems: [ProductNotFound],
  }),
  putProduct: defineRoute({
    method: 'PUT', path: '/metis/api/v1/products/:product', summary: 'Create or replace a data product', tags: ['products'],
    params: ProductId, body: ProductSpec, response: Product,
  }),
  deleteProduct: defineRoute({
    method: 'DELETE', path: '/metis/api/v1/products/:product', summary: 'Delete a data product; deleting what is not there is no fault', tags: ['products'],
    params: ProductId, status: 204,
  }),
};

/** The catalog's public face. */
export const metisApi = defineApi({
  service: 'metis', title: 'Metis', description: 'What the data means: catalog, scans, search, lineage, data products.',
  tags: { assets: 'What the catalog knows: search, look, describe and tag', scans: 'Reading what a source holds into the catalog', lineage: 'Where data comes from and goes to', products: 'Data products: what is offered, and from what' },
  schemas: {
    Asset, AssetColumn, AssetEdit, AssetHit, AssetPage, AssetSummary, AssetTag, AssetTagsEdit, LineageEdge, LineageGraph, LineageNode,
    LineageReceipt, OpenLineageRunEvent, Product, ProductPage, ProductPort, ProductSpec, Scan, ScanCounts, ScanFilter, ScanPage, 
    ScanRequest, TableDescription, DeadLetter, ReplayResult,
  },
  routes: { ...scans, ...assets, ...lineage, ...products, ...deadLetterRoutes('metis') },
});
