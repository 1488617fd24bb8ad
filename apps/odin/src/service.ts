import { heimdallAccess, PolicyChanged, TagChanged, TokenChanged, UserChanged } from '@dataos/contracts-heimdall';
import { odinApi } from '@dataos/contracts-odin';
import { defineService, peerFetch } from '@dataos/kit';
import { OdinConfig } from './config.js';
import { migrations } from './migrations/index.js';
import { QuadRow, SourceRow, TermRow } from './store/graph.entities.js';

export const service = defineService({
  name: 'odin',
  api: odinApi,
  config: OdinConfig,
  entities: [TermRow, SourceRow, QuadRow],
  migrations,
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, ...(config.SERVICE_APIKEY === undefined ? {} : { apikey: config.SERVICE_APIKEY }) }),
  accessInvalidatedBy: [PolicyChanged, UserChanged, TagChanged, TokenChanged],
});
