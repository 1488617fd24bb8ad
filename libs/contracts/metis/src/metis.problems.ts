import { defineProblem } from '@dataos/contracts-core';
import { z } from 'zod';

export const AssetNotFound = defineProblem('asset-not-found', {
  status: 404, title: 'The catalog does not know this asset', extra: z.object({ asset: z.string() }),
});
export const ColumnNotFound = defineProblem('column-not-found', {
  status: 404, title: 'The asset has no such column', extra: z.object({ asset: z.string(), columns: z.array(z.string()) }),
});
export const ScanNotFound = defineProblem('scan-not-found', { status: 404, title: 'There is no such scan', extra: z.object({ scan: z.string() }) });
export const ScanFilterRefused = defineProblem('scan-filter-refused', {
  status: 400, title: 'A filter of the scan cannot be used', extra: z.object({ pattern: z.string() }),
});
export const ProductNotFound = defineProblem('product-not-found', {
  status: 404, title: 'There is no such data product', extra: z.object({ product: z.string() }),
});
export const LineageDatasetRefused = defineProblem('lineage-dataset-refused', {
  status: 400, title: 'A dataset of the run event is no dataos:// address', extra: z.object({ namespace: z.string(), name: z.string() }),
});
