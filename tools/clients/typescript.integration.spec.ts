import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, eventually, type TestDatabase } from '@dataos/testkit';
import { bootstrapUsers, completeSecrets } from '../local/secrets.ts';
import { freePort } from '../test/test-postgres.ts';

type Package = typeof import('../../clients/typescript/src/index.ts');

const root = path.resolve(import.meta.dirname, '../..');

/** The package as it is published: compiled by its own settings. */
async function compile(folder: string): Promise<Package> {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(root, 'clients/typescript'), '--outDir', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  return await import(path.join(folder, 'index.js')) as Package;
}

describe('the TypeScript client', () => {
  // Below node_modules, where it finds its library.
  mkdirSync(path.join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'node_modules/.cache/typescript-client-'));
  const secrets = completeSecrets({});
  let database: TestDatabase;
  let heimdall: ChildProcess;
  let client: Package;
  let url = '';
  const as = (who: string) => client.createDataosClient({ url, apikey: secrets.apikeys[who] ?? 'nobody' });

  beforeAll(async () => {
    client = await compile(path.join(folder, 'dist'));
    database = await createTestDatabase('typescript_client');
    writeFileSync(path.join(folder, 'bootstrap.json'), JSON.stringify(bootstrapUsers(secrets)));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    heimdall = spawn(process.execPath, [path.join(root, 'apps/heimdall/dist/main.js')], { stdio: 'ignore', env: {
      PORT: String(port), DATABASE_URL: database.url, HEIMDALL_KEY_FILE: path.join(folder, 'secrets.key'), HEIMDALL_BOOTSTRAP_FILE: path.join(folder, 'bootstrap.json'), LOG_LEVEL: 'silent',
    } });
    await eventually(async () => expect((await fetch(`${url}/health/ready`)).status).toBe(200), { timeoutMs: 60_000, everyMs: 200 });
  }, 150_000);

  afterAll(async () => {
    heimdall.kill('SIGKILL');
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('writes and reads what it wrote, with parameters, bodies and answers as the document says', async () => {
    const created = await as('olivia').POST('/heimdall/api/v1/users', { body: { id: 'ida', name: 'Ida', email: 'ida@people.example', type: 'person', tags: ['roles:id:user'] } });
    expect([created.response.status, created.error]).toEqual([201, undefined]);
    const { data } = await as('olivia').GET('/heimdall/api/v1/users/{user}', { params: { path: { user: 'ida' } } });
    expect(data).toMatchObject({ id: 'ida', email: 'ida@people.example', type: 'person' });
  });

  it('hands over refusals as problems, to be told apart by their code', async () => {
    const unknown = await as('olivia').GET('/heimdall/api/v1/users/{user}', { params: { path: { user: 'nobody-of-that-name' } } });
    expect(unknown.error).toMatchObject({ status: 404 });
    expect((await as('a stranger').GET('/heimdall/api/v1/users')).error).toMatchObject({ status: 401, code: 'unauthenticated' });
  });
});
