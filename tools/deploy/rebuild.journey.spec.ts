import { execFile, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceNames } from '../local/services.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const answers = (...args: string[]): boolean => spawnSync('docker', args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
const engine = answers('version') && answers('compose', 'version');
const leftOut = new Set(['node_modules', 'dist', '.git', '.nx', '.dataos', 'coverage']);

(engine ? describe : describe.skip)(engine ? 'images after a change' : 'images after a change (not run: no container engine answers)', () => {
  const images = `dataos-rebuild-${process.pid}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'rebuild-'));
  const environment = { ...process.env, DATAOS_IMAGES: images, COMPOSE_PROJECT_NAME: images };

  /** Builds everything; answers the images' ids and how long it took. */
  async function build(): Promise<{ ids: Record<string, string>; seconds: number }> {
    const begun = Date.now();
    await run('docker', ['compose', 'build', '--quiet'], { cwd: folder, env: environment, maxBuffer: 1 << 26 });
    const seconds = (Date.now() - begun) / 1_000;
    const { stdout } = await run('docker', ['image', 'inspect', '--format', '{{.Id}}', ...serviceNames.map((name) => `${images}/${name}`)]);
    const ids = stdout.trim().split('\n');
    return { ids: Object.fromEntries(serviceNames.map((name, i) => [name, ids[i] ?? ''])), seconds };
  }

  beforeAll(() => cpSync(root, folder, { recursive: true, filter: (source) => !leftOut.has(path.basename(source)) }));
  afterAll(async () => {
    await run('docker', ['image', 'rm', '--force', ...[...serviceNames, 'setup'].map((name) => `${images}/${name}`)]).catch(() => undefined);
    rmSync(folder, { recursive: true });
  }, 120_000);

  it('is a new image for the changed service and the same image for every other', async () => {
    const first = await build();
    appendFileSync(path.join(folder, 'apps/metis/src/main.ts'), '\n// A change.\nexport const changed = true;\n');
    const second = await build();
    expect(serviceNames.filter((name) => first.ids[name] !== second.ids[name])).toEqual(['metis']);
    process.stdout.write(`images: one changed service rebuilt in ${second.seconds.toFixed(1)} s (all before it: ${first.seconds.toFixed(1)} s, what the cache holds included)\n`);
  }, 1_500_000);
});
