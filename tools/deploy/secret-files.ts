import { createHmac } from 'node:crypto';
import { bootstrapUsers, sampleUsers } from '../local/secrets.ts';
import type { Secrets } from '../local/secrets.ts';
import { services } from '../local/services.ts';
import { databaseUrl } from '../local/settings.ts';

/** Where things are as containers see them. */
export interface Addresses { databaseHost: string; databasePort: number }

/** A secret made out of another that nobody holds but who makes all of them; from it the other cannot be told. */
const derived = (from: string, purpose: string): string => createHmac('sha256', from).update(purpose).digest('base64url');

/**
 * Every secret as a file below the folder of its only reader: a container gets that folder and no other. Pure.
 * `keys` is for people: the keys of the sample's users.
 */
export function secretFiles(secrets: Secrets, { databaseHost, databasePort }: Addresses): Record<string, string> {
  const own = services.flatMap(({ name, database }): [string, string][] => [
    [`${name}/apikey`, secrets.apikeys[name] ?? ''],
    ...(database === undefined ? [] : [[`${name}/database-url`, databaseUrl(database, secrets.databases[database], `${databaseHost}:${databasePort}`)] as [string, string]]),
  ]);
  // The event log is Kafka here, so the database of the Postgres-backed log is left out.
  const databases = Object.entries(secrets.databases).filter(([name]) => name !== 'events');
  const store = { 'access-key': derived(secrets.superuser, 's3 access key').slice(0, 20), 'secret-key': derived(secrets.superuser, 's3 secret key') };
  return {
    'postgres/superuser': secrets.superuser,
    'databases/superuser': secrets.superuser,
    ...Object.fromEntries(databases.map(([name, password]) => [`databases/roles/${name}`, password])),
    ...Object.fromEntries(own),
    'heimdall/bootstrap.json': `${JSON.stringify(bootstrapUsers(secrets), undefined, 2)}\n`,
    ...Object.fromEntries(sampleUsers.map(({ id }) => [`people/${id}`, secrets.apikeys[id] ?? ''])),
    'people/crm-password': secrets.databases['crm'] ?? '',
    'trino/crm-password': secrets.databases['crm'] ?? '',
    ...Object.fromEntries(Object.entries(store).flatMap(([name, value]) => [[`s3/${name}`, value], [`people/s3-${name}`, value]])),
  };
}
