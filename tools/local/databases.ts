import pg from 'pg';
import { superuserUrl } from '../postgres/server.ts';

const quoted = pg.escapeIdentifier;

async function names(client: pg.Client, query: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(query);
  return new Set(rows.map(({ name }) => name));
}

/**
 * One role and one database of the same name each. A role may connect to its own database and to no other:
 * the right to connect is taken from everyone, the server's own databases included.
 */
export async function createDatabases(port: number, superuserPassword: string, passwords: Record<string, string>): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl(port, superuserPassword) });
  await client.connect();
  try {
    const roles = await names(client, 'SELECT rolname AS name FROM pg_roles');
    const databases = await names(client, 'SELECT datname AS name FROM pg_database');
    for (const [name, password] of Object.entries(passwords)) {
      const verb = roles.has(name) ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${quoted(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`);
      if (!databases.has(name)) await client.query(`CREATE DATABASE ${quoted(name)} OWNER ${quoted(name)}`);
    }
    for (const name of [...Object.keys(passwords), 'postgres', 'template1']) {
      await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${quoted(name)} FROM PUBLIC`);
    }
  } finally {
    await client.end();
  }
}
