export {
  Asset, AssetColumn, AssetEdit, AssetHit, AssetKind, AssetPage, AssetQuery, AssetSummary, AssetTag, AssetTagsEdit, TableDescription,
} from './asset.js';
export {
  ColumnLink, LineageEdge, LineageGraph, LineageNode, LineageQuery, LineageReceipt, type OpenLineageDataset, OpenLineageRunEvent, TagPassing,
} from './lineage.js';
export { metisApi } from './metis.api.js';
export { AssetChanged, AssetCreated, AssetDeleted, LineageRecorded, metisTopic } from './metis.events.js';
export {
  AssetNotFound, ColumnNotFound, LineageDatasetRefused, ProductNotFound, ScanFilterRefused, ScanNotFound,
} from './metis.problems.js';
export { Product, ProductName, ProductPage, ProductPort, ProductSpec } from './product.js';
export { DepotName, Scan, ScanCounts, ScanFilter, ScanPage, ScanRequest, ScanState } from './scan.js';
