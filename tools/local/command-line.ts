import { spawn } from 'node:child_process';
import path from 'node:path';

/** Runs `dataos` as its user would; answers how it ended and all that it said. */
export function dataos(checkout: string, args: readonly string[], variables: Record<string, string | undefined>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [path.join(checkout, 'apps/cli/dist/main.js'), ...args], {
    cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, NO_COLOR: '1', ...variables },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, output: output.trimEnd() })));
}
