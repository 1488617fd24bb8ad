import { defineApi } from '@dataos/contracts-core';
import { heimdallAccess } from '@dataos/contracts-heimdall';
import { defineService, peerFetch } from '@dataos/kit';
import { GatewayConfig } from './config.js';

export const service = defineService({
  name: 'api-gateway',
  api: defineApi({ service: 'api-gateway', title: 'API gateway', description: 'The one public door.', routes: {} }),
  config: GatewayConfig,
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, apikey: config.SERVICE_APIKEY ?? '' }),
});
