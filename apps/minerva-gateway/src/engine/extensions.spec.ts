import { DuckDBInstance } from '@duckdb/node-api';
import { eventually } from '@dataos/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MinervaConfig } from '../config.js';
import { DuckdbEngine } from './duckdb.engine.js';
import type { ExtensionOrder } from './extensions.js';
import type { FromEngine } from './protocol.js';
import type { EngineRun } from './query-engine.js';

type Told = Extract<FromEngine, { type: 'ready' }>['extensions'];
let engine: DuckdbEngine | undefined;
afterEach(async () => {
  await engine?.stop();
  engine = undefined;
});

/** An engine with these extensions, and what it told of them when it started. */
async function start(extensions: ExtensionOrder): Promise<Told> {
  let told: Told | undefined;
  engine = new DuckdbEngine({
    memory: '256MB', threads: 1, concurrency: 2, perUser: 2, spill: mkdtempSync(path.join(tmpdir(), 'spill-')), extensions,
    onStarted: () => undefined, onStopped: () => undefined, onExtensions: (one) => { told = one; },
  });
  engine.start();
  await eventually(async () => expect(told).toBeDefined(), { timeoutMs: 30_000 });
  return told as Told;
}
let counter = 0;
async function ask(sql: string): Promise<string> {
  const run = engine?.run({ id: `x${(counter += 1)}`, user: 'ann', sql, files: ['/nowhere'], loads: [], reads: { files: [], tables: [] }, columns: [{ kind: 'varchar' }] }) as EngineRun;
  let text = '';
  try {
    for (let page = await run.next(); page !== undefined; page = await run.next()) text += Buffer.from(page.json).toString();
  } catch (error) {
    return `failed: ${String(error)}`;
  }
  return text;
}
async function versionOf(): Promise<{ version: string; platform: string }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [[version, platform] = []] = (await connection.runAndReadAll('SELECT version(), (SELECT platform FROM pragma_platform())')).getRows();
  connection.closeSync();
  instance.closeSync();
  return { version: String(version), platform: String(platform) };
}

/** A file that says what it was made for, as extensions do in their last 512 bytes, with a signature of nobody. */
function pretended(version: string, platform: string): Buffer {
  const fields = ['', '', '', 'CPP', version, version, platform, '4'].map((field) => Buffer.concat([Buffer.from(field), Buffer.alloc(32 - field.length)]));
  return Buffer.concat([Buffer.alloc(4_096, 1), ...fields, Buffer.alloc(256, 7)]);
}

describe('an extension that cannot be loaded', () => {
  it('is told by name with the reason, and the engine runs without it', async () => {
    const { version, platform } = await versionOf();
    const folder = mkdtempSync(path.join(tmpdir(), 'extensions-'));
    mkdirSync(path.join(folder, version, platform), { recursive: true });
    writeFileSync(path.join(folder, version, platform, 'unsigned.duckdb_extension'), pretended(version, platform));
    writeFileSync(path.join(folder, 'older.duckdb_extension'), pretended('v1.0.0', platform));
    writeFileSync(path.join(folder, 'elsewhere.duckdb_extension'), pretended(version, 'windows_amd64'));
    writeFileSync(path.join(folder, 'nonsense.duckdb_extension'), 'no extension at all');
    const { loaded, faults } = await start({ folder, names: ['missing', 'unsigned', 'older', 'elsewhere', 'nonsense', 'parquet', 'missing'] });
    const reasons = Object.fromEntries(faults.map(({ name, reason }) => [name, reason]));
    expect([loaded, faults.length]).toEqual([['parquet'], 5]);
    expect(reasons['missing']).toBe(`there is no ${version}/${platform}/missing.duckdb_extension, nor ${version}/missing.duckdb_extension, nor missing.duckdb_extension in ${folder}`);
    expect(reasons['unsigned']).toMatch(/signature/);
    expect(reasons['older']).toMatch(/v1\.0\.0/);
    expect(reasons['elsewhere']).toMatch(/windows_amd64/);
    expect(reasons['nonsense']).toMatch(/nonsense\.duckdb_extension/);
    expect(await ask("SELECT 'alive' AS c1")).toBe('["alive"]');
    // Nothing was fetched to make up for it.
    expect(readdirSync(folder).toSorted()).toEqual(['elsewhere.duckdb_extension', 'nonsense.duckdb_extension', 'older.duckdb_extension', version]);
    expect(await ask("SELECT string_agg(extension_name) AS c1 FROM duckdb_extensions() WHERE loaded AND extension_name IN ('unsigned', 'older')")).toMatch(/^failed:/);
  }, 60_000);

  it('does not come from a folder that nobody named', () => {
    const settings = { HEIMDALL_URL: 'http://h', DEPOT_SERVICE_URL: 'http://d', METIS_URL: 'http://m', PORT: '1' };
    const faultsOf = (more: Record<string, string>): string[] => MinervaConfig.safeParse({ ...settings, ...more }).error?.issues.map(({ path: [name] }) => String(name)).filter((name) => name.startsWith('DUCKDB')) ?? [];
    expect(faultsOf({ DUCKDB_EXTENSIONS: 'spatial' })).toEqual(['DUCKDB_EXTENSIONS_DIR']);
    expect(faultsOf({ DUCKDB_EXTENSIONS: '../x', DUCKDB_EXTENSIONS_DIR: '/e' })).toEqual(['DUCKDB_EXTENSIONS']);
    expect(faultsOf({ DUCKDB_EXTENSIONS: 'spatial,inet', DUCKDB_EXTENSIONS_DIR: '/e' })).toEqual([]);
  });
});

const given = process.env['DATAOS_TEST_DUCKDB_EXTENSIONS'];
(given === undefined ? describe.skip : describe)(given === undefined ? 'not run: DATAOS_TEST_DUCKDB_EXTENSIONS names no folder with extensions of this DuckDB' : 'an extension that can be loaded', () => {
  it('is loaded before the configuration is locked, and opens no door', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'extensions-'));
    const names = readdirSync(given as string).filter((name) => name.endsWith('.duckdb_extension')).map((name) => name.replace(/\.duckdb_extension$/, ''));
    for (const name of names) copyFileSync(path.join(given as string, `${name}.duckdb_extension`), path.join(folder, `${name}.duckdb_extension`));
    const { loaded, faults } = await start({ folder, names });
    expect([faults, loaded.length > 0, loaded.toSorted()]).toEqual([[], true, names.toSorted()]);
    expect(await ask("SELECT 'alive' AS c1")).toBe('["alive"]');
    for (const sql of ['INSTALL httpfs', "LOAD '/tmp/x.duckdb_extension'", "ATTACH 'dbname=postgres' AS p (TYPE postgres)", "SELECT a AS c1 FROM postgres_scan('dbname=postgres', 'public', 't')", "SELECT content AS c1 FROM read_text('/etc/hostname')"]) expect([sql, await ask(sql)]).toEqual([sql, expect.stringMatching(/^failed:/)]);
  }, 60_000);
});
