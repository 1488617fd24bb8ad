import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Extensions, loadExtensions, NO_EXTENSIONS, tryExtensions } from './extensions.js';
import { KeptStatements } from './kept-statements.js';
import { registerFunctions } from './scalar-functions.js';
import { openOutlet, type Outlet } from './outlet.js';
import type { EngineLimits } from './protocol.js';
import { SESSION_SETTINGS } from './settings.js';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** The next query on the same files does not read their footers again; a file that was changed is seen by its time. */
const FOOTERS_KEPT = 'SET parquet_metadata_cache = true';
/** Databases kept for the next query on the same files. */
const MAX_IDLE = 16;
/** So long after one was taken the next one is made: not while the query that took it waits for its first rows. */
const AHEAD_MS = 30;

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
  private extensions = NO_EXTENSIONS;

  constructor(limits: EngineLimits) {
    this.limits = limits;
    mkdirSync(limits.spill, { recursive: true });
  }

  /** Finds out which extensions can be loaded; every database from now on has them. */
  async extend(): Promise<Extensions> {
    const { extensions } = this.limits;
    if (extensions === undefined) return this.extensions;
    const database = await this.make();
    try {
      this.extensions = await tryExtensions(database.connection, extensions);
    } finally {
      this.drop(database);
    }
    return this.extensions;
  }

  async take(files: readonly string[]): Promise<Database> {
    const key = JSON.stringify(files.toSorted());
    const found = this.idle.findLastIndex((database) => database.key === key);
    if (found >= 0) return this.idle.splice(found, 1)[0] as Database;
    // Taken before anything is awaited: two queries must never get the same one.
    const ahead = this.ahead ?? this.make();
    this.ahead = undefined;
    setTimeout(() => this.prepare(), AHEAD_MS);
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
    if (this.ahead !== undefined) return;
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
      // Before any extension is loaded: it must not bring others with it, from wherever.
      autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', allow_community_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run([...SESSION_SETTINGS, FOOTERS_KEPT].join('; '));
    await loadExtensions(connection, this.extensions);
    registerFunctions(connection);
    return { instance, connection, outlet: await openOutlet(path.join(spill, `out-${randomUUID()}`)), statements: new KeptStatements() };
  }
}

async function lock({ connection, outlet }: Database, files: readonly string[]): Promise<void> {
  await connection.run([`SET allowed_paths = [${[...files, outlet.path].map(quote).join(', ')}]`, 'SET enable_external_access = false', 'SET lock_configuration = true'].join('; '));
}
