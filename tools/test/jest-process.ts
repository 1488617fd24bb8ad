import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { JestReport } from './groups.ts';

const root = path.resolve(import.meta.dirname, '../..');
const LOOK_AGAIN_MS = 1_000;
/** How long a run may take to end once its report is written. */
const FAREWELL_MS = 60_000;

interface JestRun {
  readonly output: Promise<string>;
  readonly code: Promise<number>;
  end(): void;
}

function jest(args: readonly string[], env: Record<string, string>, stdout: 'inherit' | 'pipe'): JestRun {
  const child = spawn(process.execPath, [
    '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(root, 'node_modules/jest/bin/jest.js'),
    '--config', path.join(root, 'jest.config.mjs'), ...args,
  ], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', stdout, 'inherit'] });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const code = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
  return { code, output: code.then(() => text), end: () => void child.kill('SIGKILL') };
}

/** Every test file of the repository, as paths from its root. */
export async function listTests(): Promise<string[]> {
  const output = await jest(['--listTests', '--passWithNoTests'], {}, 'pipe').output;
  return output.split('\n').filter((line) => line.startsWith(root)).map((line) => path.relative(root, line.trim())).sort();
}

/** Ends a run whose tests are over but left something open: it would wait for ever, and nobody would see the figures. */
async function ended(run: JestRun, reportFile: string): Promise<number> {
  let since: number | undefined;
  const watch = setInterval(() => {
    if (since === undefined && existsSync(reportFile)) since = Date.now();
    if (since === undefined || Date.now() - since < FAREWELL_MS) return;
    console.log(`\n✗ a test left something open: the run is ended ${FAREWELL_MS / 1000} s after its last test.`);
    run.end();
  }, LOOK_AGAIN_MS);
  return run.code.finally(() => clearInterval(watch));
}

/** Runs these files and answers jest's report; throws when jest itself broke down. */
export async function runTests(files: readonly string[], inBand: boolean, reportFile: string, env: Record<string, string>): Promise<JestReport> {
  rmSync(reportFile, { force: true });
  const mode = inBand ? ['--runInBand'] : ['--maxWorkers=2'];
  const code = await ended(jest([...mode, '--json', `--outputFile=${reportFile}`, '--runTestsByPath', ...files.map((file) => path.join(root, file))], env, 'pipe'), reportFile);
  if (!existsSync(reportFile)) throw new Error(`jest ended with ${code} and left no report.`);
  return JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
}
