import { DuckDBInstance } from '@duckdb/node-api';
import type { DecidedFilter, DecidedMask } from '@dataos/contracts-heimdall';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registerFunctions } from '../../src/engine/scalar-functions.js';
import { SESSION_SETTINGS } from '../../src/engine/settings.js';
import type { Table } from '../../src/sql/table.js';

const folder = mkdtempSync(path.join(tmpdir(), 'minerva-tables-'));
export const files = { people: path.join(folder, 'people.parquet'), orders: path.join(folder, 'orders.parquet') };

/** Writes the two small tables that the tests of the heart read. */
export async function writeTestFiles(): Promise<void> {
  await runAll(`COPY (SELECT * FROM (VALUES (1::BIGINT, 'Ann', 'bee', 10.00::DECIMAL(10,2), DATE '2024-01-01'), (2, 'Bob', 'ant', 20.00, DATE '2024-02-02'), (3, 'Cid', NULL, 30.50, DATE '2024-03-03')) t(id, name, nick, amount, born)) TO '${files.people}' (FORMAT parquet)`);
  await runAll(`COPY (SELECT * FROM (VALUES (1::BIGINT, 5::INTEGER), (3, 7)) t(id, total)) TO '${files.orders}' (FORMAT parquet)`);
}

/** `lake.s.people` and `lake.s.orders`, with the given policy on people. */
export function testTables(policy: { filters?: DecidedFilter[]; masks?: DecidedMask[] } = {}): Map<string, Table> {
  const table = (name: 'people' | 'orders', columns: Table['columns'], decision: Table['decision']): [string, Table] => [`lake.s.${name}`, {
    address: `dataos://lake:s/${name}`, name: `lake.s.${name}`, columns, source: { kind: 'parquet', root: folder, files: [files[name]] }, decision,
  }];
  return new Map([
    table('people', [
      { name: 'id', type: 'bigint' }, { name: 'name', type: 'varchar' }, { name: 'nick', type: 'varchar' }, { name: 'amount', type: 'decimal(10,2)' }, { name: 'born', type: 'date' },
    ], { filters: policy.filters ?? [], masks: policy.masks ?? [] }),
    table('orders', [{ name: 'id', type: 'bigint' }, { name: 'total', type: 'integer' }], { filters: [], masks: [] }),
  ]);
}

/** Runs a statement on a DuckDB in this process, with the settings and functions of the engine. */
export async function runAll(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    for (const setting of SESSION_SETTINGS) await connection.run(setting);
    registerFunctions(connection);
    return (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
