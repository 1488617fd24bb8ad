import { heimdallAccess, PolicyChanged, TagChanged, TokenChanged, UserChanged } from '@dataos/contracts-heimdall';
import { metisApi, metisTopic } from '@dataos/contracts-metis';
import { defineService, peerFetch } from '@dataos/kit';
import { AssetRow } from './assets/asset.entity.js';
import { MetisConfig } from './config.js';
import { LineageEdgeRow } from './lineage/lineage-edge.entity.js';
import { migrations } from './migrations/index.js';
import { ScanRow } from './scans/scan.entity.js';

export const service = defineService({
  name: 'metis',
  api: metisApi,
  config: MetisConfig,
  entities: [AssetRow, ScanRow, LineageEdgeRow],
  migrations,
  publishes: [metisTopic],
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, ...(config.SERVICE_APIKEY === undefined ? {} : { apikey: config.SERVICE_APIKEY }) }),
  accessInvalidatedBy: [PolicyChanged, UserChanged, TagChanged, TokenChanged],
});
