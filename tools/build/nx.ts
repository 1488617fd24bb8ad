import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface NxResult { code: number; output: string }

/** Nx's entry file, found through its own package description. */
function nxEntry(): string {
  const folder = path.join(root, 'node_modules/nx');
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  return path.join(folder, bin.nx ?? 'dist/bin/nx.js');
}

/** Runs Nx without its background process and without colours or a full-screen display. */
export function runNx(args: readonly string[]): Promise<NxResult> {
  const child = spawn(process.execPath, [nxEntry(), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The pinned Node must also be what the targets' own `node …` commands find.
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true', FORCE_COLOR: '0', PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
