import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBinaries } from '../postgres/binaries.ts';
import { initialise, startServer } from '../postgres/server.ts';
import { publicFolder, serverUser } from '../postgres/user.ts';
import { throwAwaySettings } from './shared-postgres.ts';

/** A loopback port nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** A server of its own for one test run; stopping it deletes its data. */
export async function startTestPostgres(): Promise<{ url: string; folder: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-test-'));
  chmodSync(folder, 0o711);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const user = serverUser();
    const binaries = findBinaries(user, user ? publicFolder() : folder);
    const dataFolder = path.join(folder, 'data');
    const password = randomBytes(18).toString('base64url');
    initialise({ binaries, user, dataFolder, password });
    const server = await startServer({ binaries, user, dataFolder, password, port: await freePort(), logFile: path.join(folder, 'server.log'), settings: throwAwaySettings });
    return { url: server.url, folder, stop: async () => { await server.stop(); remove(); } };
  } catch (error) {
    remove();
    throw error;
  }
}
