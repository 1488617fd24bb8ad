import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabases } from '../local/databases.ts';
import { startTestPostgres } from '../test/test-postgres.ts';
import { outsideFolder } from './place.ts';

let server: Awaited<ReturnType<typeof startTestPostgres>>;
let address: URL;
beforeAll(async () => { server = await startTestPostgres(); address = new URL(server.url); }, 60_000);
afterAll(async () => { await server.stop(); });

async function tryOut(role: string, password: string, database: string, query = 'SELECT 1'): Promise<string> {
  const client = new pg.Client({ host: '127.0.0.1', port: Number(address.port), user: role, password, database });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(query);
    return 'ok';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('a database and a role per service', () => {
  const passwords = { metis: 'a', poros: 'b' };
  beforeAll(async () => { await createDatabases(Number(address.port), decodeURIComponent(address.password), passwords); });

  it('lets a role into its own database, where it may make tables', async () => expect(await tryOut('metis', 'a', 'metis', 'CREATE TABLE t (a int)')).toBe('ok'));
  it.each(['poros', 'postgres', 'template1'])('keeps it out of %s', async (database) => expect(await tryOut('metis', 'a', database)).toContain('permission denied'));
  it('asks for the password', async () => expect(await tryOut('metis', 'b', 'metis')).toContain('password authentication failed'));
  it('does not let a role make others', async () => expect(await tryOut('metis', 'a', 'metis', 'CREATE ROLE x')).toContain('permission denied'));
  it('may run again, also with new passwords', async () => {
    await createDatabases(Number(address.port), decodeURIComponent(address.password), { ...passwords, metis: 'c' });
    expect(await tryOut('metis', 'c', 'metis', 'SELECT * FROM t')).toBe('ok');
    expect(await tryOut('metis', 'a', 'metis')).toContain('password authentication failed');
  });
});

describe('the place outside a checkout', () => {
  it('is one per checkout', () => {
    expect(outsideFolder('/a/.dataos', '/shelf')).not.toBe(outsideFolder('/b/.dataos', '/shelf'));
    expect(path.dirname(outsideFolder('/a/.dataos', '/shelf'))).toBe('/shelf');
  });
});

describe('a stopped test server', () => {
  it('leaves nothing behind', async () => {
    const another = await startTestPostgres();
    expect(existsSync(another.folder)).toBe(true);
    await another.stop();
    expect(existsSync(another.folder)).toBe(false);
  }, 60_000);
});
