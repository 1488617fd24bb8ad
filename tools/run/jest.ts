/** A quick test run of some paths: `tools/run/jest.sh PATH…`, every jest option works. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { sharedPostgres } from '../test/shared-postgres.ts';

const root = path.resolve(import.meta.dirname, '../..');
const url = process.env.DATAOS_TEST_POSTGRES ?? await sharedPostgres();
const child = spawn(process.execPath, [
  '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(root, 'node_modules/jest/bin/jest.js'),
  '--config', path.join(root, 'jest.config.mjs'), '--maxWorkers=2', ...process.argv.slice(2),
], { cwd: root, stdio: 'inherit', env: { ...process.env, DATAOS_TEST_POSTGRES: url } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
