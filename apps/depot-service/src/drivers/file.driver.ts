import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver } from './driver.js';
import { collectionsOf, datasetsOf, type FileDataset } from './file-tree.js';
import { trinoTypeOfDuck } from './trino-types.js';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Reads Parquet, CSV and JSON below a folder with a DuckDB that can open nothing else, each question within `timeoutMs`. */
export function fileDriver(root: string, timeoutMs: number): Driver {
  return {
    check: async () => void (await collectionsOf(root)),
    collections: () => collectionsOf(root),
    datasets: async (collection) => (await datasetsOf(root, collection))?.map(({ name }) => name),
    describe: async (collection, dataset) => {
      const found = (await datasetsOf(root, collection))?.find(({ name }) => name === dataset);
      return found === undefined ? undefined : describeFiles(await realpath(root), found, timeoutMs);
    },
  };
}

/** Asks the engine for the columns and rows of files below `root`. */
export async function describeFiles(root: string, dataset: FileDataset, timeoutMs: number): Promise<NonNullable<Awaited<ReturnType<Driver['describe']>>>> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  try {
    for (const setting of [`allowed_directories = [${literal(root)}]`, 'enable_external_access = false', 'lock_configuration = true']) await connection.run(`SET ${setting}`);
    const files = `[${dataset.files.map((file) => literal(join(root, file))).join(', ')}]`;
    const read = `read_${dataset.format}(${files})`;
    const columns = await rowsOf(connection, `DESCRIBE SELECT * FROM ${read}`, timeoutMs).catch((error: unknown) => { throw unreadable(dataset, error); });
    const rowEstimate = await countRows(connection, dataset.format === 'parquet' ? `sum(num_rows)::VARCHAR AS n FROM parquet_file_metadata(${files})` : `count(*)::VARCHAR AS n FROM ${read}`, timeoutMs);
    return {
      kind: 'file', ...(dataset.format === 'json' ? {} : { format: dataset.format }), encoding: dataset.format, files: [...dataset.files], ...(rowEstimate === undefined ? {} : { rowEstimate }),
      columns: columns.map((column, index) => ({
        name: String(column['column_name']), type: trinoTypeOfDuck(String(column['column_type'])), nativeType: String(column['column_type']),
        nullable: column['null'] !== 'NO', ordinal: index + 1, primaryKey: false,
      })),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The engine quotes the line that it stumbles over, and says where its files lie on this machine; neither is for everybody who may ask which
 * columns there are. Told is what the dataset should be, and the kind of fault.
 */
function unreadable({ name, format, files }: FileDataset, error: unknown): Error {
  const [kind] = /^[A-Z][A-Za-z ]{0,40} Error(?=:)|^INTERRUPT Error/.exec(String((error as { message?: unknown } | undefined)?.message)) ?? ['no kind told'];
  return new Error(`${files.length === 1 ? `the file ${files[0]}` : `one of the ${files.length} files of ${name}`} cannot be read as ${format} (${kind})`);
}

/** A count that takes too long or meets a broken row is no reason to hide the columns: then nothing is said. */
async function countRows(connection: DuckDBConnection, count: string, timeoutMs: number): Promise<string | undefined> {
  try {
    const [row] = await rowsOf(connection, `SELECT ${count}`, timeoutMs);
    return String(row?.['n'] ?? '0');
  } catch {
    return undefined;
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string, timeoutMs: number): Promise<Record<string, unknown>[]> {
  // Again and again: an interrupt that comes before the statement has begun is lost.
  const timer = setInterval(() => connection.interrupt(), timeoutMs);
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    clearInterval(timer);
  }
}
