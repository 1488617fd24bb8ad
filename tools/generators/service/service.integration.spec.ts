import { createTestDatabase, eventually, type TestDatabase, testServerUrl } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileProject } from '../../build/compile.ts';
import { freePort } from '../../test/test-postgres.ts';
import { copyRepository } from './copy.ts';
import { generateService } from './service.ts';

const name = 'audit-trail';

/** A ninth service in a copy of this repository: what the generator makes compiles, passes its tests and answers. */
describe('npm run generate -- service NAME', () => {
  let copy: string;
  let touched: string[];
  beforeAll(() => {
    copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'ninth-service-')));
    copyRepository(copy);
    touched = generateService(copy, name);
  }, 60_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('refuses a name that is taken', () => expect(() => generateService(copy, 'metis')).toThrow('apps/metis exists already'));

  it('fits the compiler, in all that it made and changed', async () => {
    const files = touched.filter((file) => file.endsWith('.ts'));
    writeFileSync(path.join(copy, 'tsconfig.ninth.json'), JSON.stringify({ extends: './tsconfig.json', files, include: [], exclude: [] }));
    expect(await run(['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.ninth.json'])).toEqual({ code: 0, output: '' });
  }, 600_000);

  it('passes its own tests, and the gateway\'s, which now shows it', async () => {
    const { code, output } = await run([
      '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--config', 'jest.config.mjs', '--runInBand', '--forceExit',
      `apps/${name}`, `libs/contracts/${name}`, 'apps/api-gateway/test/gateway',
    ], { DATAOS_TEST_POSTGRES: testServerUrl() });
    expect([code, output]).toEqual([0, expect.stringMatching(/Test Suites: 3 passed, 3 total/)]);
  }, 600_000);

  describe('as a process', () => {
    let database: TestDatabase;
    let child: ChildProcess;
    let url: string;
    beforeAll(async () => {
      for (const project of ['libs/contracts/core', 'libs/contracts/heimdall', `libs/contracts/${name}`, 'libs/kit-bus', 'libs/kit', `apps/${name}`]) await compileProject(path.join(copy, project));
      database = await createTestDatabase('ninth');
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      child = spawn(process.execPath, [`apps/${name}/dist/main.js`], {
        cwd: copy, stdio: 'inherit', env: { PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: database.url, HEIMDALL_URL: 'http://127.0.0.1:9', LOG_LEVEL: 'fatal' },
      });
    }, 60_000);
    afterAll(async () => {
      const ended = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      await database.drop();
    }, 60_000);

    it('becomes ready, migrated, and says what it offers', async () => {
      const ready = await eventually(async () => {
        const answer = await fetch(`${url}/health/ready`);
        expect(answer.status).toBe(200);
        return answer.json();
      }, { timeoutMs: 60_000 });
      expect(ready).toMatchObject({ status: 'ready', service: name, dependencies: { database: { ok: true } } });
      const { paths } = await (await fetch(`${url}/openapi.json`)).json() as { paths: object };
      expect(Object.keys(paths)).toEqual(expect.arrayContaining([`/${name}/api/v1/items`, `/${name}/api/v1/items/{item}`, `/events/${name}/dead`]));
    }, 90_000);

    it('is closed when nobody can decide', async () => {
      const answer = await fetch(`${url}/${name}/api/v1/items`, { headers: { apikey: 'any' } });
      expect(answer.status).toBe(503);
    });
  });

  async function run(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    const process_ = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '', ...env } });
    let output = '';
    for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    return { code: await new Promise((resolve) => process_.on('close', (code) => resolve(code ?? 1))), output: output.trim() };
  }
});
