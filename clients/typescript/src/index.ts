import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.js';

export type { components, operations, paths } from './schema.js';
export type DataosClient = Client<paths>;

export interface ClientSettings {
  /** Origin of the installation's gateway, such as `https://data.example.org`. */
  readonly url: string;
  /** An API key of a user. */
  readonly apikey: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Every operation of the platform by method and path, with typed parameters, bodies, answers and problems. A body that is text is sent as it is. */
export const createDataosClient = ({ url, apikey, fetch }: ClientSettings): DataosClient => createFetchClient<paths>({
  baseUrl: url, headers: { apikey }, bodySerializer: (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body)), ...(fetch === undefined ? {} : { fetch }),
});
