import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { bootstrapUsers } from '../local/secrets.ts';
import type { Secrets } from '../local/secrets.ts';
import { serviceNames, services } from '../local/services.ts';
import { databaseUrl } from '../local/settings.ts';

export interface KubeSecrets { known: Secrets; sealingKey: Buffer; postgres: string; kafka: string }

export interface SecretManifest { apiVersion: 'v1'; kind: 'Secret'; metadata: { name: string; namespace: string; labels: Record<string, string> }; type: 'Opaque'; data: Record<string, string> }

/** 32 bytes that seal what heimdall keeps: losing them means losing every secret, so they are made once. */
export const newSealingKey = (): Buffer => randomBytes(32);

/** One role and one database each; a role may connect to its own and to no other. Runs on an empty server. */
export function databasesSql(passwords: Record<string, string>): string {
  const name = pg.escapeIdentifier;
  const made = Object.entries(passwords).map(([database, password]) => `CREATE ROLE ${name(database)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)};
CREATE DATABASE ${name(database)} OWNER ${name(database)};
REVOKE CONNECT, TEMPORARY ON DATABASE ${name(database)} FROM PUBLIC;`);
  return `${made.join('\n')}\nREVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;\n`;
}

/** What each service is told that nobody else may know, as the Secrets the bases refer to. Pure. */
export function secretManifests({ known, sealingKey, postgres, kafka }: KubeSecrets, namespace = 'dataos'): SecretManifest[] {
  const secret = (name: string, data: Record<string, string | Buffer>): SecretManifest => ({
    apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'dataos' } }, type: 'Opaque',
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
  });
  const databases = Object.fromEntries(services.flatMap(({ database }) => (database === undefined ? [] : [[database, known.databases[database] ?? '']])));
  const ofService = serviceNames.map((name) => {
    const database = services.find((service) => service.name === name)?.database;
    const stores: Record<string, string> = database === undefined ? {} : { DATABASE_URL: databaseUrl(database, databases[database], postgres), KAFKA_BROKERS: kafka };
    return secret(name, { SERVICE_APIKEY: known.apikeys[name] ?? '', ...stores });
  });
  return [
    ...ofService,
    secret('heimdall-keys', { 'secrets.key': sealingKey, 'bootstrap.json': JSON.stringify(bootstrapUsers(known)) }),
    secret('postgres', { password: known.superuser, 'databases.sql': databasesSql(databases) }),
  ];
}
