import { existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from './files.ts';
import { commandOf } from './lock.ts';

export type Phase = 'pending' | 'running' | 'restarting' | 'stopping' | 'stopped' | 'failed';

export interface LastExit { code: number | null; signal: string | null; at: string }

export interface ProcessEntry { name: string; pid: number; restarts: number; startedAt: string; phase: Phase; lastExit?: LastExit }

/** The supervisor's own picture of its processes, kept in a file that operations reads. */
export class ProcessFile {
  readonly #file: string;
  readonly #entries = new Map<string, ProcessEntry>();

  constructor(file: string) {
    this.#file = file;
  }

  set(entry: ProcessEntry): void {
    this.#entries.set(entry.name, entry);
    writeAtomically(this.#file, `${JSON.stringify([...this.#entries.values()], undefined, 2)}\n`);
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Ends the process groups that a launcher killed hard left behind: only processes that still run this checkout's files. */
export function endLeftovers(file: string, checkout: string): string[] {
  if (!existsSync(file)) return [];
  const left = (JSON.parse(readFileSync(file, 'utf8')) as ProcessEntry[])
    .filter(({ pid, name, phase }) => name !== 'postgres' && phase !== 'stopped' && phase !== 'failed' && (commandOf(pid)?.includes(`${checkout}/apps/`) ?? false));
  for (const { pid } of left) if (!signal(-pid, 'SIGKILL')) signal(pid, 'SIGKILL');
  return left.map(({ name }) => name);
}
