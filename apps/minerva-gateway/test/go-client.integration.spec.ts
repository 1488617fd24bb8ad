import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TrinoListener } from '../src/statements/trino-listener.js';
import { startWorld, stopWorld, world } from './support/gateway.js';

const run = promisify(execFile);
const folder = path.join(import.meta.dirname, 'clients/go');
const wanted = process.env['DATAOS_TEST_TRINO_GO'] !== undefined;
const go = wanted && spawnSync('go', ['version']).status === 0;

(go ? describe : describe.skip)(go ? 'the Go client' : 'not run: DATAOS_TEST_TRINO_GO is not set, or there is no go', () => {
  const program = path.join(mkdtempSync(path.join(tmpdir(), 'minerva-go-')), 'client');
  beforeAll(async () => {
    await startWorld();
    await run('go', ['build', '-o', program, '.'], { cwd: folder, env: { ...process.env, CGO_ENABLED: '0' } });
  }, 600_000);
  afterAll(stopWorld);

  it('works unmodified: parameters, types, paging, arrays, errors, cancel', async () => {
    const { stdout } = await run(program, [String(world.gateway.get<TrinoListener>(TrinoListener).port), 'key-olivia', 'olivia']);
    expect(Object.fromEntries(stdout.trim().split('\n').map((line) => line.split(/=(.*)/s, 2)))).toEqual({
      types: '2 P2 1980-05-19 2.50 false 2026-01-02T03:04:05.678Z', rows: '5001', array: '2', error: expect.stringContaining("USER_ERROR: line 1:8: Column 'nothing' cannot be resolved"), canceled: 'true true',
    });
  }, 120_000);
});
