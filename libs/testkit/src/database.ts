import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase { readonly url: string; drop(): Promise<void> }

/** Address of the PostgreSQL server for tests; `npm test` starts one and sets it. */
export function testServerUrl(): string {
  const url = process.env['DATAOS_TEST_POSTGRES'];
  if (url === undefined) throw new Error('DATAOS_TEST_POSTGRES is not set: run the tests by `npm test`');
  return url;
}

/** A fresh, empty database on the real server; dropped by `drop`, also with connections still open. */
export async function createTestDatabase(prefix = 'test'): Promise<TestDatabase> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await asAdmin((client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)) };
}

async function asAdmin(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
