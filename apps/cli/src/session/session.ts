import { type ApiDefinition, type Client, createClient, DomainError, Unauthenticated } from '@dataos/contracts-core';
import { AuthorizeResult, heimdallApi } from '@dataos/contracts-heimdall';
import type { Environment } from '../environment.js';
import { UsageError } from '../output/failure.js';
import { readSettings, type Settings } from './settings.file.js';

const notLoggedIn = 'Not logged in: run `dataos login --url URL --apikey KEY`, or set DATAOS_URL and DATAOS_APIKEY.';

/** Whom this run speaks for, and to which installation. The environment wins over what `login` kept. */
export class Session {
  private constructor(private readonly environment: Environment, private readonly settings: Settings | undefined) {}

  static async open(environment: Environment): Promise<Session> {
    const complete = environment.url !== undefined && environment.apikey !== undefined;
    return new Session(environment, complete ? undefined : await readSettings(environment.configFile));
  }

  get url(): string {
    const url = this.environment.url ?? this.settings?.url;
    if (url === undefined) throw new UsageError(notLoggedIn);
    return originOf(url);
  }

  get apikey(): string {
    // A kept key is for the kept installation: it is never sent to another one.
    const kept = this.settings !== undefined && originOf(this.settings.url) === this.url ? this.settings.apikey : undefined;
    const apikey = this.environment.apikey ?? kept;
    if (apikey === undefined) throw new UsageError(notLoggedIn);
    return apikey;
  }

  get trinoUrl(): string {
    return this.environment.trinoUrl === undefined ? this.url : originOf(this.environment.trinoUrl);
  }

  client<A extends ApiDefinition>(api: A): Client<A> {
    return createClient(api, { baseUrl: this.url, token: this.apikey });
  }

  /** The id of the user the key belongs to. */
  async user(): Promise<string> {
    if (this.environment.apikey === undefined && this.settings?.user !== undefined) return this.settings.user;
    return whoIs(this.url, this.apikey);
  }
}

/** Asks who an API key belongs to. */
export async function whoIs(url: string, apikey: string): Promise<string> {
  const client = createClient(heimdallApi, { baseUrl: url, token: apikey });
  const answer = await client.authorize({ body: { token: apikey } }).catch((error: unknown) => {
    if (DomainError.is(error) && error.status === 401) throw new DomainError(Unauthenticated, `${url} does not accept this API key.`);
    throw error;
  });
  const result = AuthorizeResult.safeParse(answer);
  if (!result.success || result.data.result === undefined) throw new DomainError(Unauthenticated, `${url} does not accept this API key.`);
  return result.data.result.id;
}

/** `http://host:port` of what a person typed. */
export function originOf(text: string): string {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new UsageError(`"${text}" is not an http(s) URL.`);
  if (url.username !== '' || url.password !== '') throw new UsageError('The URL must not hold credentials; give the API key apart.');
  return url.origin;
}
