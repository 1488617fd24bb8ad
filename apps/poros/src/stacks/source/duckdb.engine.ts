import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { quoteText } from './postgres.connection.js';

export interface EngineOptions {
  readonly workFolder: string;
  /** The only files the engine may open besides those of its own work folder. */
  readonly files: readonly string[];
  readonly threads?: number;
}

/** Opens a DuckDB that reads and writes the named files only and whose settings cannot be changed any more. */
export async function withEngine<T>(options: EngineOptions, signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const spill = join(options.workFolder, 'spill');
  await mkdir(spill, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(':memory:', { threads: String(options.threads ?? 2), memory_limit: '2GB' });
  const connection = await instance.connect();
  const abort = () => connection.interrupt();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await connection.run(`SET temp_directory = ${quoteText(spill)}`);
    await connection.run(`SET max_temp_directory_size = '8GB'`);
    await connection.run(`SET allowed_paths = [${options.files.map(quoteText).join(', ')}]`);
    await connection.run(`SET allowed_directories = [${quoteText(options.workFolder)}]`);
    await connection.run(`SET TimeZone = 'UTC'`);
    for (const off of ['autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions', 'enable_external_access']) {
      await connection.run(`SET ${off} = false`);
    }
    await connection.run('SET lock_configuration = true');
    return await work(connection);
  } finally {
    signal.removeEventListener('abort', abort);
    connection.closeSync();
    instance.closeSync();
  }
}

/** All rows of a query as JSON values. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}
