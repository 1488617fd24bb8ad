/** One PostgreSQL for quick test runs: started when first needed, left running, data in the temporary folder. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findBinaries } from '../postgres/binaries.ts';
import { initialise, startServer, superuserUrl } from '../postgres/server.ts';
import { publicFolder, serverUser } from '../postgres/user.ts';

const port = 8290;

/** Settings for servers whose data nobody will miss. */
export const throwAwaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '64MB' };

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  return client.connect().then(() => true, () => false).finally(() => client.end().catch(() => undefined));
}

/** The superuser's URL of the shared server. */
export async function sharedPostgres(): Promise<string> {
  const folder = path.join(tmpdir(), `dataos-test-postgres-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  // The server's own user must be able to pass through.
  chmodSync(folder, 0o711);
  const passwordFile = path.join(folder, 'password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(passwordFile, 'utf8').trim();
  const url = superuserUrl(port, password);
  if (await answers(url)) return url;
  const user = serverUser();
  const binaries = findBinaries(user, user ? publicFolder() : folder);
  const dataFolder = path.join(folder, 'data');
  initialise({ binaries, user, dataFolder, password });
  try {
    await startServer({ binaries, user, dataFolder, port, password, logFile: path.join(folder, 'server.log'), settings: throwAwaySettings, guarded: false });
  } catch (error) {
    // Two runs may start it at the same moment; the other one won.
    if (!(await answers(url))) throw error;
  }
  return url;
}
