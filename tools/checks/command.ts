import { spawn } from 'node:child_process';
import { root } from './repository.ts';

/** Runs one of the repository's own programs under this Node; answers its output lines when it fails. */
export function faultsOf(program: string, args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? [] : output.trim().split('\n').filter((line) => line.trim() !== '')));
  });
}
