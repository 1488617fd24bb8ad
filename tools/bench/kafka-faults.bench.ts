/** The fault run of the event log, with its figures: three brokers killed, paused and restarted while 10,000 changes flow. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench, Figure } from './figure.ts';

const root = path.resolve(import.meta.dirname, '../..');
const needed = ['DATAOS_TEST_KAFKA', 'DATAOS_TEST_KAFKA_CONTROL'] as const;

export const bench: Bench = async (report) => {
  const missing = needed.filter((name) => process.env[name] === undefined);
  if (missing.length > 0) return console.error(`not run: set ${missing.join(' and ')}; see docs/reliability.md`);
  const folder = mkdtempSync(path.join(tmpdir(), 'kafka-faults-'));
  const file = path.join(folder, 'figures');
  const child = spawn(process.execPath, [path.join(root, 'tools/run/jest.ts'), 'libs/kit/test/kafka-faults'], { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, DATAOS_FIGURES_FILE: file } });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  rmSync(folder, { recursive: true });
  for (const line of lines) report(JSON.parse(line) as Figure);
  if (code !== 0) throw new Error('the fault run did not keep its promises');
};
