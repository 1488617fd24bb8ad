import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { KeptStatements } from './kept-statements.js';
import { registerMasks } from './mask-functions.js';
import { openOutlet, type Outlet } from './outlet.js';
import type { EngineLimits } from './protocol.js';
import { SESSION_SETTINGS } from './settings.js';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Databases kept for the next query on the same files. */
const MAX_IDLE = 16;

/** A database in memory for one query at a time. Once locked it can open nothing but `files` and its outlet. */
export interface Database { readonly instance: DuckDBInstance; readonly connection: DuckDBConnection; readonly outlet: Outlet; readonly statements: KeptStatements<DuckDBPreparedStatement>; key?: string }

/**
 * Databases for queries. One costs milliseconds to make, so one is always made ahead, and one that served a query well may serve
 * the next on exactly the same files: nothing of a query stays behind in it, and no two queries ever share it.
 */
export class Databases {
  private readonly limits: EngineLimits;
  private readonly idle: Database[] = [];
  private ahead: Promise<Database> | undefined;

  constructor(limits: EngineLimits) {
    this.limits = limits;
    mkdirSync(limits.spill, { recursive: true });
  }

  async take(files: readonly string[]): Promise<Database> {
    const key = JSON.stringify(files.toSorted());
    const found = this.idle.findLastIndex((database) => database.key === key);
    if (found >= 0) return this.idle.splice(found, 1)[0] as Database;
    // Taken before anything is awaited: two queries must never get the same one.
    const ahead = this.ahead ?? this.make();
    this.prepare();
    const database = await ahead;
    await lock(database, files);
    database.key = key;
    return database;
  }

  /** Back from a query that ended well, with no table left in it. */
  giveBack(database: Database): void {
    this.idle.push(database);
    if (this.idle.length > MAX_IDLE) this.drop(this.idle.shift() as Database);
  }

  drop({ instance, connection, outlet, statements }: Database): void {
    outlet.close();
    statements.clear();
    connection.closeSync();
    instance.closeSync();
  }

  /** Makes the next one while nobody waits for it. */
  prepare(): void {
    const next = this.make();
    this.ahead = next;
    next.catch(() => {
      if (this.ahead === next) this.ahead = undefined;
    });
  }

  private async make(): Promise<Database> {
    const { threads, memory, spill } = this.limits;
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads), memory_limit: memory, temp_directory: spill, max_temp_directory_size: '4GB',
      // Without ORDER BY rows have no order; with it the engine keeps it. So rows can leave as soon as they are there.
      preserve_insertion_order: 'false',
    });
    const connection = await instance.connect();
    registerMasks(connection);
    return { instance, connection, outlet: await openOutlet(path.join(spill, `out-${randomUUID()}`)), statements: new KeptStatements() };
  }
}

async function lock({ connection, outlet }: Database, files: readonly string[]): Promise<void> {
  const settings = [
    ...SESSION_SETTINGS, `SET allowed_paths = [${[...files, outlet.path].map(quote).join(', ')}]`, 'SET autoinstall_known_extensions = false', 'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false', 'SET enable_external_access = false', 'SET lock_configuration = true',
  ];
  await connection.run(settings.join('; '));
}
