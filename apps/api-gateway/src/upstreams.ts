import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { odinApi } from '@dataos/contracts-odin';
import { operationsApi } from '@dataos/contracts-operations';
import { porosApi } from '@dataos/contracts-poros';
import type { ApiDefinition } from '@dataos/contracts-core';
import type { GatewayConfig } from './config.js';

/** Which service answers below which public prefixes. */
export interface Upstream {
  readonly api: ApiDefinition;
  readonly prefixes: readonly string[];
  readonly urlKey: keyof GatewayConfig;
}

export const upstreams: readonly Upstream[] = [
  { api: heimdallApi, prefixes: ['/heimdall', '/ats', '/gateway/api/v1/datapolicy', '/access', '/.well-known/authzen-configuration', '/events/heimdall'], urlKey: 'HEIMDALL_URL' },
  { api: depotApi, prefixes: ['/ds', '/events/depot-service'], urlKey: 'DEPOT_SERVICE_URL' },
  { api: metisApi, prefixes: ['/metis', '/metis2', '/hera', '/events/metis'], urlKey: 'METIS_URL' },
  { api: odinApi, prefixes: ['/odin', '/events/odin'], urlKey: 'ODIN_URL' },
  { api: minervaApi, prefixes: ['/gateway', '/v1', '/events/minerva-gateway'], urlKey: 'MINERVA_GATEWAY_URL' },
  { api: porosApi, prefixes: ['/poros', '/collated', '/sink', '/events/poros'], urlKey: 'POROS_URL' },
  { api: operationsApi, prefixes: ['/operations', '/events/operations'], urlKey: 'OPERATIONS_URL' },
];
