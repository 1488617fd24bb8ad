import { heimdallAccess, PolicyChanged, TagChanged, TokenChanged, UserChanged } from '@dataos/contracts-heimdall';
import { porosApi, porosTopic } from '@dataos/contracts-poros';
import { defineService, peerFetch } from '@dataos/kit';
import { PorosConfig } from './config.js';
import { migrations } from './migrations/index.js';
import { ResourceRow } from './resources/resource.entity.js';
import { RunRow } from './runs/run.entity.js';

export const service = defineService({
  name: 'poros', api: porosApi, config: PorosConfig, entities: [ResourceRow, RunRow], migrations,
  publishes: [porosTopic],
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, ...(config.SERVICE_APIKEY === undefined ? {} : { apikey: config.SERVICE_APIKEY }) }),
  accessInvalidatedBy: [PolicyChanged, UserChanged, TagChanged, TokenChanged],
  // Above the largest manifest, so that its size is refused in words of this service.
  bodyLimit: 12 * 1024 * 1024,
});
