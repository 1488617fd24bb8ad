import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../checks/repository.ts';
import type { Command } from './commands.ts';

export interface Outcome { readonly code: number | undefined; readonly output: string }

/** The checkout as a reader sees it who ran `npm start` in it, with the state of a platform started elsewhere, and a home of its own. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'dataos-desk-'));

  constructor(state: string) {
    for (const name of readdirSync(root).filter((entry) => !['.dataos', '.git', '.nx'].includes(entry))) symlinkSync(path.join(root, name), path.join(this.folder, name));
    symlinkSync(state, path.join(this.folder, '.dataos'));
  }

  /** Runs the commands one after the other in one shell, as a reader would in one terminal. */
  async run(commands: readonly Command[]): Promise<Outcome[]> {
    const out = (index: number): string => path.join(this.folder, `.outcome-${index}`);
    // Each in the shell itself, so that what it sets is there for the next; a group would hide nothing, a subshell would.
    const script = commands.map(({ text }, index) => `{ ${text}\n} > '${out(index)}.txt' 2>&1\necho $? > '${out(index)}'\n`).join('');
    const file = path.join(this.folder, '.commands.sh');
    writeFileSync(file, script);
    const complaint = await this.#shell(file);
    return commands.map((_, index) => ({ code: numberIn(out(index)), output: textOf(`${out(index)}.txt`) ?? complaint }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Answers what the shell itself had to say, such as that it cannot read a command. */
  #shell(file: string): Promise<string> {
    const { PATH, TMPDIR, LANG } = process.env;
    const child = spawn('sh', [file], { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH, TMPDIR, LANG, HOME: this.folder, NO_COLOR: '1' } });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString(); });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', () => resolve(complaint));
    });
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function numberIn(file: string): number | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : Number(text);
}
