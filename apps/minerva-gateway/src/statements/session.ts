import { UTC } from '../sql/emit/session-zone.js';
import { TrinoFailure } from '../sql/failure.js';
import type { Defaults } from '../sql/names.js';
import { zoneNamed } from '../sql/zone-names.js';

/** What a client tells about itself and its session in headers (`X-Trino-…`, or `X-Presto-…` of old clients). */
export interface Session extends Defaults {
  readonly user?: string;
  readonly source?: string;
  readonly cluster?: string;
  /** The transaction a client is in; `NONE` of one that could be in one. */
  readonly transaction?: string;
  readonly clientTags: readonly string[];
  /** Whether the client reads `timestamp(6)`; others get three digits and the bare name. */
  readonly parametricDatetime: boolean;
  /** The time zone of the client, as it calls it. */
  readonly zone?: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Prepared statements, which the client keeps: their original texts, never trusted as already rewritten. */
  readonly prepared: ReadonlyMap<string, string>;
}

type Headers = Record<string, string | string[] | undefined>;

export function sessionOf(headers: Headers): Session {
  const header = (name: string): string | undefined => {
    const value = headers[`x-trino-${name}`] ?? headers[`x-presto-${name}`];
    const text = Array.isArray(value) ? value.join(',') : value;
    return text === undefined || text.trim() === '' ? undefined : text.trim();
  };
  const list = (name: string): string[] => (header(name) ?? '').split(',').map((item) => item.trim()).filter((item) => item !== '');
  const cluster = [headers['cluster-name']].flat()[0] ?? list('extra-credential').find((item) => item.startsWith('cluster='))?.slice(8);
  const [catalog, schema, source, user] = [header('catalog')?.toLowerCase(), header('schema')?.toLowerCase(), header('source'), header('user') ?? basicUser(headers)];
  const [transaction, zone] = [header('transaction-id')?.slice(0, 100), header('time-zone')?.slice(0, 100)];
  return {
    clientTags: list('client-tags').slice(0, 50), parametricDatetime: list('client-capabilities').includes('PARAMETRIC_DATETIME'),
    properties: Object.fromEntries(list('session').map((item) => [item.split('=')[0] ?? '', decode(item.slice(item.indexOf('=') + 1))])),
    prepared: new Map(list('prepared-statement').map((item) => [decode(item.split('=')[0] ?? '').toLowerCase(), decode(item.slice(item.indexOf('=') + 1))])),
    ...(catalog === undefined ? {} : { catalog }), ...(schema === undefined ? {} : { schema }), ...(source === undefined ? {} : { source }),
    ...(transaction === undefined ? {} : { transaction }), ...(zone === undefined ? {} : { zone }), ...(user === undefined ? {} : { user }), ...(cluster === undefined ? {} : { cluster: decode(cluster) }),
  };
}

function basicUser(headers: Headers): string | undefined {
  const [scheme, value] = ([headers['authorization']].flat()[0] ?? '').split(/\s+/, 2);
  if (scheme?.toLowerCase() !== 'basic' || value === undefined) return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0] || undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The session properties there are; any other name is refused by SET SESSION. */
export const PROPERTIES: Record<string, { default: string; description: string; valid: RegExp }> = {
  query_max_run_time: { default: '', description: 'Longest time a query may run, such as 30s or 5m; never longer than the gateway allows', valid: /^\d{1,6}(\.\d+)?(ms|s|m|h)$/ },
};

/** Tells the client to send a property with all that follows. */
export const propertySet = (name: string, value: string): Record<string, string> => ({ 'x-trino-set-session': `${name}=${encodeURIComponent(value)}` });

/** The property that SET TIME ZONE sets; it goes before the zone that the client tells of itself. */
export const TIME_ZONE = 'time_zone_id';

/** The time zone of a session, by Trino's name of it. */
export const zoneOfSession = ({ properties, zone }: Session): string => knownZone(properties[TIME_ZONE] ?? zone ?? UTC);

export function knownZone(name: string): string {
  const zone = zoneNamed(name);
  if (zone === undefined) throw new TrinoFailure('NOT_SUPPORTED', `Time zone not supported: ${name}`);
  return zone;
}

/** `query_max_run_time` in milliseconds, where the session sets it rightly. */
export function runTimeOf({ properties }: Session): number | undefined {
  const text = properties['query_max_run_time'];
  const found = text === undefined ? null : /^(\d{1,6}(?:\.\d+)?)(ms|s|m|h)$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) * ({ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[found[2] ?? 's'] ?? 1_000);
}
