/** `npm test --prefix tools/cloud`: installs this package (the one part of the repository that `npm ci` leaves out), then types and tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');
const run = (command: string, args: readonly string[], pipe = false) => spawnSync(command, args, { cwd: folder, encoding: 'utf8', stdio: pipe ? ['ignore', 'pipe', 'inherit'] : 'inherit' });

function install(): boolean {
  const marker = path.join(folder, 'node_modules/.package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs + 1_000 >= statSync(path.join(folder, 'package-lock.json')).mtimeMs) return true;
  console.log('· installing what only the cloud kernel needs (about 400 MB) …');
  return run('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']).status === 0;
}

function tests(): { passed: number; failed: number; skipped: number } {
  const { stdout, status } = run(process.execPath, ['--test', '--test-reporter=tap', 'test/*.test.ts'], true);
  process.stdout.write(stdout);
  const count = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  // A run that broke before it could count is one failure.
  return { passed: count('pass'), failed: failed === 0 && status !== 0 ? 1 : failed, skipped: count('skipped') + count('todo') };
}

const installed = install();
const typed = installed && run(process.execPath, ['--max-old-space-size=4096', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']).status === 0;
const { passed, failed, skipped } = installed ? tests() : { passed: 0, failed: 1, skipped: 0 };
const faults = failed + (typed || !installed ? 0 : 1);
console.log(`\n${passed} passed, ${faults} failed, ${skipped} skipped`);
process.exitCode = faults === 0 && passed > 0 ? 0 : 1;
