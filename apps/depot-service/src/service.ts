import { depotApi, depotTopic } from '@dataos/contracts-depot';
import { DataPolicyChanged, heimdallAccess, PolicyChanged, UserChanged } from '@dataos/contracts-heimdall';
import { defineService, peerFetch } from '@dataos/kit';
import { DepotConfig } from './config.js';
import { DepotEntity } from './depots/depot.entity.js';
import { migrations } from './migrations/index.js';

export const service = defineService({
  name: 'depot-service', api: depotApi, config: DepotConfig, entities: [DepotEntity], migrations,
  publishes: [depotTopic],
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, apikey: config.SERVICE_APIKEY ?? '' }),
  accessInvalidatedBy: [UserChanged, PolicyChanged, DataPolicyChanged],
});
