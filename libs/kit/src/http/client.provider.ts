import { type ApiDefinition, type Client, createClient, type FetchLike } from '@dataos/contracts-core';
import type { FactoryProvider, InjectionToken } from '@nestjs/common';
import { CONFIG } from '../app/tokens.js';
import type { BaseConfig } from '../config/config.js';
import { currentTraceparent } from '../observability/trace.js';
import { peerFetch } from './peer-fetch.js';

/** Trace context of the running request, as headers. */
export const traceHeaders = (): Record<string, string> => {
  const traceparent = currentTraceparent();
  return traceparent === undefined ? {} : { traceparent };
};

/** A typed client of a peer, calling with this service's own key; `urlKey` names the setting that holds the peer's origin. */
export function clientProvider<A extends ApiDefinition>(token: InjectionToken, api: A, urlKey: string, options: { timeoutMs?: number; fetch?: FetchLike } = {}): FactoryProvider<Client<A>> {
  return {
    provide: token,
    inject: [CONFIG],
    useFactory: (config: BaseConfig & Record<string, unknown>) =>
      createClient(api, {
        baseUrl: String(config[urlKey]),
        ...(config.SERVICE_APIKEY === undefined ? {} : { token: config.SERVICE_APIKEY }),
        headers: traceHeaders,
        fetch: peerFetch,
        ...options,
      }),
  };
}
