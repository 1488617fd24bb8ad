import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileDriver } from './file.driver.js';

describe('the file driver', () => {
  let base: string;
  let root: string;
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'files-'));
    root = join(base, "it's root");
    await mkdir(join(root, 'air', 'parts'), { recursive: true });
    await mkdir(join(root, 'air', 'mixed'));
    await mkdir(join(base, 'beside'));
    await writeFile(join(base, 'beside', 'secret.csv'), 'never,shown\n1,2\n');
    await writeFile(join(base, 'secret.csv'), 'never,shown\n1,2\n');
    await symlink(join(base, 'beside'), join(root, 'beside'));
    await symlink(join(base, 'secret.csv'), join(root, 'air', 'link.csv'));
    await symlink(join(base, 'secret.csv'), join(root, 'air', 'parts', 'link.csv'));
    await writeFile(join(root, 'air', 'mixed', 'a.csv'), 'a\n1\n');
    await writeFile(join(root, 'air', 'mixed', 'b.parquet'), 'x');
    await writeFile(join(root, 'air', 'notes.txt'), 'x');
    await mkdir(join(root, 'logs', 'parts'), { recursive: true });
    await mkdir(join(root, 'logs', 'lines'));
    await writeFile(join(root, 'logs', 'lines', '1.ndjson'), '{"at":"2026-11-25 10:00:00","level":3,"tags":["a"]}\n{"at":"2026-11-25 11:00:00","level":4}\n');
    await writeFile(join(root, 'logs', 'lines', '2.json'), '[{"level":5,"who":"amir"}]');
    await writeFile(join(root, 'logs', 'array.json'), '[{"a":1},{"a":2}]');
    await writeFile(join(root, 'logs', 'both.csv'), 'a\n1\n');
    await writeFile(join(root, 'logs', 'both.json'), '{"described":true}');
    await writeFile(join(root, 'logs', 'parts', 'part.csv'), 'a\n1\n');
    await writeFile(join(root, 'logs', 'parts', 'schema.json'), '{"described":true}');
    const duck = await DuckDBInstance.create(':memory:');
    const connection = await duck.connect();
    const literal = (path: string): string => `'${join(root, path).replaceAll("'", "''")}'`;
    for (const part of [1, 2]) await connection.run(`COPY (SELECT range AS n, DATE '2001-01-01' AS day, 1.5::DECIMAL(9,2) AS fare FROM range(${part})) TO ${literal(`air/parts/${part}.parquet`)} (FORMAT parquet)`);
    await connection.run(`COPY (SELECT range AS n, md5(range::VARCHAR) AS text FROM range(2000000)) TO ${literal('air/large.csv')} (FORMAT csv, HEADER)`);
    connection.closeSync();
    duck.closeSync();
  });
  afterAll(() => rm(base, { recursive: true }));

  it('finds folders, files and folders of parts, and follows no link', async () => {
    expect(await fileDriver(root, 5_000).collections()).toEqual(['air', 'logs']);
    expect(await fileDriver(root, 5_000).datasets('air')).toEqual(['large', 'parts']);
  });

  it('describes the parts of a dataset as one', async () => {
    expect(await fileDriver(root, 5_000).describe('air', 'parts')).toMatchObject({
      format: 'parquet', files: ['air/parts/1.parquet', 'air/parts/2.parquet'], rowEstimate: '3',
      columns: [{ name: 'n', type: 'bigint' }, { name: 'day', type: 'date' }, { name: 'fare', type: 'decimal(9,2)' }],
    });
  });

  it('takes JSON by the line and as a list for rows, and JSON beside a table for what it says of it', async () => {
    const driver = fileDriver(root, 5_000);
    expect(await driver.datasets('logs')).toEqual(['array', 'both', 'lines', 'parts']);
    expect(await driver.describe('logs', 'lines')).toMatchObject({
      encoding: 'json', files: ['logs/lines/1.ndjson', 'logs/lines/2.json'], rowEstimate: '3',
      columns: [{ name: 'at', type: 'timestamp(6)' }, { name: 'level', type: 'bigint' }, { name: 'tags', type: 'array(varchar)' }, { name: 'who', type: 'varchar' }],
    });
    expect(await driver.describe('logs', 'both')).toMatchObject({ format: 'csv' });
    expect(await driver.describe('logs', 'parts')).toMatchObject({ format: 'csv', encoding: 'csv', files: ['logs/parts/part.csv'] });
  });

  it('gives up a count that takes too long', async () => {
    const found = await fileDriver(root, 1).describe('air', 'large').catch(() => ({}));
    expect(found).not.toHaveProperty('rowEstimate');
  });

  it('shows nothing beyond its folder, whatever it is asked for', async () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', '/', 'air', 'beside', 'link', 'secret', 'air/..', '../beside', '%2e%2e', 'air/link', 'secret.csv', 'large\0'),
      fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '*', '%', '\0'), maxLength: 8 }),
    );
    await fc.assert(fc.asyncProperty(part, part, async (collection, dataset) => {
      expect(await fileDriver(root, 5_000).describe(collection, dataset)).toBeUndefined();
    }));
  });
});
