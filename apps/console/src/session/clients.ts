import { createClient } from '@dataos/contracts-core';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { operationsApi } from '@dataos/contracts-operations';
import { porosApi } from '@dataos/contracts-poros';

/** Typed clients of every service the console shows, through the one public door and in the name of one person. */
export function clientsFor(token: string) {
  // Without `omit` the browser itself would ask for a password on every 401, since the door also invites Trino's clients to sign in.
  const options = { baseUrl: location.origin, token, fetch: (url: string, init: RequestInit) => fetch(url, { ...init, credentials: 'omit' }) };
  return {
    heimdall: createClient(heimdallApi, options),
    metis: createClient(metisApi, options),
    minerva: createClient(minervaApi, options),
    operations: createClient(operationsApi, options),
    poros: createClient(porosApi, options),
  };
}
export type Clients = ReturnType<typeof clientsFor>;
