import { DataPolicyChanged, heimdallAccess, PolicyChanged, UserChanged } from '@dataos/contracts-heimdall';
import { operationsApi } from '@dataos/contracts-operations';
import { defineService, peerFetch } from '@dataos/kit';
import { OperationsConfig } from './config.js';
import { migrations } from './migrations/index.js';
import { PodEntity } from './pods/pod.entity.js';
import { SampleEntity } from './sampling/sample.entity.js';

export const service = defineService({
  name: 'operations', api: operationsApi, config: OperationsConfig, entities: [PodEntity, SampleEntity], migrations,
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, apikey: config.SERVICE_APIKEY ?? '' }),
  accessInvalidatedBy: [UserChanged, PolicyChanged, DataPolicyChanged],
});
