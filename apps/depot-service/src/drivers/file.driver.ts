import { DuckDBInstance } from '@duckdb/node-api';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver } from './driver.js';
import { collectionsOf, datasetsOf, type FileDataset } from './file-tree.js';
import { trinoTypeOfDuck } from './trino-types.js';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Reads Parquet and CSV below a folder with a DuckDB that can open nothing else. */
export function fileDriver(root: string): Driver {
  return {
    check: async () => void (await collectionsOf(root)),
    collections: () => collectionsOf(root),
    datasets: async (collection) => (await datasetsOf(root, collection))?.map(({ name }) => name),
    describe: async (collection, dataset) => {
      const found = (await datasetsOf(root, collection))?.find(({ name }) => name === dataset);
      return found === undefined ? undefined : describeFiles(await realpath(root), found);
    },
  };
}

async function describeFiles(root: string, dataset: FileDataset): Promise<NonNullable<Awaited<ReturnType<Driver['describe']>>>> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  try {
    for (const setting of [`allowed_directories = [${literal(root)}]`, 'enable_external_access = false', 'lock_configuration = true']) await connection.run(`SET ${setting}`);
    const files = `[${dataset.files.map((file) => literal(join(root, file))).join(', ')}]`;
    const read = dataset.format === 'parquet' ? `read_parquet(${files})` : `read_csv(${files})`;
    const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${read}`)).getRowObjectsJson();
    const count = dataset.format === 'parquet' ? `SELECT sum(num_rows)::VARCHAR AS n FROM parquet_file_metadata(${files})` : `SELECT count(*)::VARCHAR AS n FROM ${read}`;
    const [rows] = (await connection.runAndReadAll(count)).getRowObjectsJson();
    return {
      kind: 'file', format: dataset.format, files: [...dataset.files], rowEstimate: String(rows?.['n'] ?? '0'),
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
