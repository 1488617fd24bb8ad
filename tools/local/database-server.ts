import path from 'node:path';
import { findBinaries } from '../postgres/binaries.ts';
import { findPlace } from '../postgres/place.ts';
import { initialise, startServer } from '../postgres/server.ts';
import type { Server } from '../postgres/server.ts';
import { createDatabases } from './databases.ts';
import type { Installation } from './environment.ts';
import { openLog } from './log-file.ts';
import { closeSync } from 'node:fs';

/** Small and durable: the data is a person's own. */
const settings = { shared_buffers: '24MB', max_connections: '250', wal_level: 'minimal', max_wal_senders: '0', jit: 'off', log_min_messages: 'warning' };

/** Starts the installation's PostgreSQL, making cluster, roles and databases where they are missing. */
export async function startDatabases({ folder, ports, secrets }: Installation): Promise<Server> {
  const { user, shelf, dataFolder } = findPlace(folder);
  const binaries = findBinaries(user, shelf);
  initialise({ binaries, user, dataFolder, password: secrets.superuser });
  const logFile = path.join(folder, 'logs/postgres.log');
  closeSync(openLog(logFile));
  const server = await startServer({ binaries, user, dataFolder, port: ports.postgres, password: secrets.superuser, logFile, settings });
  try {
    await createDatabases(ports.postgres, secrets.superuser, secrets.databases);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
