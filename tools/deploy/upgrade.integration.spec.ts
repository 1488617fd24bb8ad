import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@dataos/contracts-core';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { createTestDatabase, eventually, type TestDatabase } from '@dataos/testkit';
import { bootstrapUsers, completeSecrets } from '../local/secrets.ts';
import { freePort } from '../test/test-postgres.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The next version: the one of today with one more migration, which changes a table that every request reads. */
function nextVersion(folder: string): string {
  cpSync(path.join(root, 'apps/heimdall/dist'), path.join(folder, 'dist'), { recursive: true });
  cpSync(path.join(root, 'apps/heimdall/package.json'), path.join(folder, 'package.json'));
  writeFileSync(path.join(folder, 'dist/migrations/next.js'), [
    'export class Next1999999999999 {', "  name = 'Next1999999999999';",
    "  async up(queryRunner) { await queryRunner.query(`ALTER TABLE users ADD COLUMN since_next text NOT NULL DEFAULT 'new'`); await queryRunner.query('CREATE TABLE next_table (id int PRIMARY KEY)'); }",
    "  async down(queryRunner) { await queryRunner.query('DROP TABLE next_table'); await queryRunner.query('ALTER TABLE users DROP COLUMN since_next'); }", '}', '',
  ].join('\n'));
  const service = path.join(folder, 'dist/service.js');
  const text = readFileSync(service, 'utf8');
  expect(text.match(/migrations: \[/g)).toHaveLength(1);
  writeFileSync(service, `import { Next1999999999999 } from './migrations/next.js';\n${text.replace(/(migrations: \[[^\]]*?),?(\s*\])/, '$1, Next1999999999999$2')}`);
  return path.join(folder, 'dist/main.js');
}

/** What a load balancer does: whoever is in rotation is asked in turn, whoever is taken out gets nothing new. */
class Rotation {
  private readonly urls: string[] = [];
  private turn = 0;
  add(url: string): void { this.urls.push(url); }
  remove(url: string): void { this.urls.splice(this.urls.indexOf(url), 1); }
  next(): string { return this.urls[(this.turn += 1) % this.urls.length] ?? ''; }
}

describe('a rolling upgrade: migrations first, then one replica after the other, under load', () => {
  // Below node_modules, where the copy finds its libraries.
  mkdirSync(path.join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'node_modules/.cache/next-version-'));
  const secrets = completeSecrets({});
  const children: ChildProcess[] = [];
  let database: TestDatabase;
  const settings = (): Record<string, string> => ({
    DATABASE_URL: database.url, HEIMDALL_KEY_FILE: path.join(folder, 'secrets.key'), HEIMDALL_BOOTSTRAP_FILE: path.join(folder, 'bootstrap.json'), MIGRATE_AT_START: 'false', LOG_LEVEL: 'warn',
  });

  beforeAll(async () => {
    database = await createTestDatabase('upgrade');
    writeFileSync(path.join(folder, 'bootstrap.json'), JSON.stringify(bootstrapUsers(secrets)));
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const migrate = (main: string) => run(process.execPath, [main, 'migrate'], { env: settings() });

  /** A replica that is ready, and how it is sent away: out of rotation first, then told to end. */
  async function replica(main: string): Promise<{ url: string; end: () => Promise<number | null> }> {
    const port = await freePort();
    const child = spawn(process.execPath, [main], { env: { ...settings(), PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const url = `http://127.0.0.1:${port}`;
    await eventually(async () => {
      if (child.exitCode === null) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }, { timeoutMs: 120_000, everyMs: 200 });
    if (child.exitCode !== null) throw new Error(`ended with ${await ended}: ${output.slice(-2_000)}`);
    return { url, end: () => { child.kill('SIGTERM'); return ended; } };
  }

  it('fails no request, loses no write, and refuses to start the next version before its migrations', async () => {
    const [before, after] = [path.join(root, 'apps/heimdall/dist/main.js'), nextVersion(folder)];
    await migrate(before);
    const rotation = new Rotation();
    const old = [await replica(before), await replica(before)];
    for (const { url } of old) rotation.add(url);

    const failures: string[] = [];
    const written: string[] = [];
    let [asked, stop] = [0, false];
    const token = secrets.apikeys['olivia'] ?? '';
    const worker = async (name: string): Promise<void> => {
      for (let i = 0; !stop; i += 1) {
        const heimdall = createClient(heimdallApi, { baseUrl: rotation.next(), token });
        const id = `${name}-${i}`;
        try {
          await heimdall.createUser({ body: { id, name: id, email: `${id}@load.example`, type: 'person', tags: ['roles:id:user'] } });
          written.push(id);
          await heimdall.getUser({ params: { user: id } });
        } catch (error) {
          failures.push(`${id}: ${(error as Error).message}`);
        }
        asked += 2;
        await delay(50);
      }
    };
    const load = Promise.all(['a', 'b'].map(worker));
    try {
      await expect(replica(after)).rejects.toThrow(/the database lacks Next1999999999999/);
      await migrate(after);
      const served = written.length;
      await eventually(() => expect(written.length).toBeGreaterThan(served + 20), { timeoutMs: 120_000 });
      for (const { url, end } of old) {
        const fresh = await replica(after);
        rotation.add(fresh.url);
        rotation.remove(url);
        // Who was sent a request before that still gets its answer, as where Kubernetes waits between the two.
        await delay(1_000);
        expect(await end()).toBe(0);
      }
      const upgraded = written.length;
      await eventually(() => expect(written.length).toBeGreaterThan(upgraded + 20), { timeoutMs: 120_000 });
      // Back again: the version before serves what the next one migrated.
      rotation.add((await replica(before)).url);
      const back = written.length;
      await eventually(() => expect(written.length).toBeGreaterThan(back + 20), { timeoutMs: 120_000 });
    } finally {
      stop = true;
      await load;
    }
    expect(failures).toEqual([]);
    const known = new Set((await createClient(heimdallApi, { baseUrl: rotation.next(), token }).listUsers({ query: {} })).map(({ id }) => id));
    expect(written.filter((id) => !known.has(id))).toEqual([]);
    process.stdout.write(`upgrade: ${asked} requests during two replacements and one return, ${failures.length} failed, ${written.length} users written, 0 lost\n`);
  }, 1_200_000);
});
