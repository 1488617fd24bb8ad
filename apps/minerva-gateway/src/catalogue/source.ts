import { type Client, formatAddress } from '@dataos/contracts-core';
import { type depotApi, S3Connection, s3Formats, s3StoreOf } from '@dataos/contracts-depot';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ObjectPlace } from '../objects/object-tables.service.js';
import { TrinoFailure } from '../sql/failure.js';
import type { Source } from '../sql/table.js';

const Postgres = z.looseObject({
  host: z.string(), port: z.coerce.number().int().default(5432), database: z.string(), params: z.record(z.string(), z.coerce.string()).default({}),
});
const File = z.looseObject({ path: z.string().optional(), url: z.string().optional() });

type Place = { depot: string; collection: string; dataset: string };

/** Asks the depot service where a table lies and with which credentials it is read. */
export async function sourceOf(depots: Client<typeof depotApi>, { depot, collection, dataset }: Place): Promise<Source | ObjectPlace> {
  const address = formatAddress({ depot, collection, dataset });
  const info = await depots.resolve({ query: { address } });
  if (info.isArchived) throw new TrinoFailure('CATALOG_NOT_FOUND', `Catalog '${depot}' not found`);
  if (info.type === 'FILE') return fileSource(depots, { depot, collection, dataset }, info.connection);
  const postgres = info.type === 'POSTGRESQL' || (info.type === 'JDBC' && info.connection['subprotocol'] === 'postgresql');
  if (info.type === 'S3') return objectPlace(depots, { depot, collection, dataset }, info.connection);
  if (!postgres) throw new TrinoFailure('NOT_SUPPORTED', `The embedded engine does not read ${info.type} depots`);
  const { credentials, connection } = await depots.resolveConnection({ query: { address, acl: 'r' } });
  const { host, port, database, params } = Postgres.parse(connection);
  const user = credentials['username'] ?? credentials['user'];
  const { password } = credentials;
  return {
    kind: 'postgres', schema: collection, table: dataset,
    connection: { host, port, database, ssl: ['require', 'verify-ca', 'verify-full'].includes(params['sslmode'] ?? ''), ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) },
  };
}

async function fileSource(depots: Client<typeof depotApi>, params: Place, connection: Record<string, unknown>): Promise<Source> {
  const { path: folder, url } = File.parse(connection);
  const described = await depots.describeDataset({ params });
  const root = await realpath(folder ?? url?.replace(/^file:\/\//, '') ?? '');
  const files = await Promise.all((described.files ?? []).map((file) => realpath(path.resolve(root, file))));
  const kind = described.encoding ?? described.format;
  if (files.length === 0 || kind === undefined) throw new TrinoFailure('TABLE_NOT_FOUND', `Table '${params.depot}.${params.collection}.${params.dataset}' has no files`);
  // A link that leads out of the depot would let the depot's owner read any file of this machine.
  if (files.some((file) => !file.startsWith(root + path.sep))) throw new TrinoFailure('PERMISSION_DENIED', 'Access Denied: a file of this table lies outside its depot');
  return { kind, root, files };
}

async function objectPlace(depots: Client<typeof depotApi>, place: Place, { format }: Record<string, unknown>): Promise<ObjectPlace> {
  if (s3Formats(format) === undefined) throw new TrinoFailure('NOT_SUPPORTED', `The embedded engine does not read S3 depots with the format ${String(format)}`);
  const { credentials, connection } = await depots.resolveConnection({ query: { address: formatAddress(place), acl: 'r' } });
  const store = s3StoreOf(S3Connection.parse(connection), credentials);
  if (store === undefined) throw new TrinoFailure('GENERIC_EXTERNAL', `The secret of the depot ${place.depot} holds no access key and secret key`);
  return { kind: 'objects', ...place, store };
}
