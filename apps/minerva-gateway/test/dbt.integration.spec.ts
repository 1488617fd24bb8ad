import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TrinoListener } from '../src/statements/trino-listener.js';
import { ask, managed, startWorld, stopWorld, world } from './support/gateway.js';

const run = promisify(execFile);
const dbt = process.env['DATAOS_TEST_DBT'];
const here = dbt !== undefined && spawnSync(dbt, ['--version']).status === 0;

(here ? describe : describe.skip)(here ? 'dbt' : 'not run: DATAOS_TEST_DBT does not name a dbt with the adapter for Trino', () => {
  const project = path.join(mkdtempSync(path.join(tmpdir(), 'minerva-dbt-')), 'air');
  beforeAll(async () => {
    managed.lake = true;
    // Outside of this checkout: dbt writes its logs and what it compiled beside the project.
    cpSync(path.join(import.meta.dirname, 'clients/dbt'), project, { recursive: true });
    await startWorld();
  }, 120_000);
  afterAll(stopWorld);

  const build = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, AIR_PORT: String(world.gateway.get<TrinoListener>(TrinoListener).port), AIR_USER: 'olivia', AIR_APIKEY: 'key-olivia', DBT_SEND_ANONYMOUS_USAGE_STATS: 'false' };
    const { stdout } = await run(dbt ?? '', ['--no-use-colors', ...args, '--profiles-dir', '.'], { cwd: project, env }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? String(error) }));
    return /Done\..*/.exec(stdout)?.[0] ?? stdout;
  };
  const rows = async (sql: string): Promise<unknown[][]> => (await ask('olivia', sql, { catalog: 'lake', schema: 'dbt' })).rows;

  it('builds seeds, tables, views and incremental models of a project unmodified, and tests them', async () => {
    expect(await build('build')).toContain('PASS=7 WARN=0 ERROR=0 SKIP=0');
    expect(await rows('SELECT * FROM airports ORDER BY origin')).toEqual([['F0', 'Field zero', 2, 12.5, '1931-06-01'], ['F1', 'Field one', 4, 601.25, '1955-10-23'], ['F2', 'It\'s "two"', 1, null, '1990-01-15']]);
    expect(await rows('SELECT name, flights FROM by_airport ORDER BY name')).toEqual([['Field one', 483], ['Field zero', 415], ['It\'s "two"', 483]]);
    expect(await rows('SELECT count(*), sum(n) FROM seen')).toEqual([[5, 2407]]);
  }, 300_000);

  it('builds them again, and in place of what is there', async () => {
    expect(await build('build')).toContain('PASS=7 WARN=0 ERROR=0 SKIP=0');
    expect(await build('build', '--full-refresh')).toContain('PASS=7 WARN=0 ERROR=0 SKIP=0');
    expect(await rows("SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = 'dbt' ORDER BY 1")).toEqual([['airports', 'BASE TABLE'], ['by_airport', 'VIEW'], ['late_flights', 'BASE TABLE'], ['seen', 'BASE TABLE']]);
    expect(await rows('SELECT count(*) FROM late_flights')).toEqual([[2407]]);
  }, 300_000);
});
