import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface CommandResult { readonly code: number; readonly out: string; readonly err: string }

const program = join(import.meta.dirname, '../../../apps/cli/dist/main.js');

/** The built command line as a process of its own; it sees the given environment and nothing else. */
export function runCli(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<CommandResult> {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], NO_COLOR: '1', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, ...text }));
  });
}
