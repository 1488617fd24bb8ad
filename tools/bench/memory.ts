import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessLine { pid: number; parent: number; rssKilobytes: number }

/** Reads the lines of `ps -axo pid=,ppid=,rss=`. Pure. */
export function parsePs(output: string): ProcessLine[] {
  return output.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number)).map(([pid = 0, parent = 0, rssKilobytes = 0]) => ({ pid, parent, rssKilobytes }));
}

/** `roots` and everything below them. Pure. */
export function family(all: readonly ProcessLine[], roots: readonly number[]): ProcessLine[] {
  const found = new Set(roots);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

/** Memory a process has, its part of what it shares with others counted once; Linux only. */
function proportionalKilobytes(pid: number): number | undefined {
  try {
    return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** Seconds of processor time in a line of `/proc/PID/stat`, which counts hundredths; the name in it may hold blanks and parentheses. Pure. */
export function processorSeconds(stat: string): number {
  const [, , , , , , , , , , , user = 0, system = 0] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  return (user + system) / 100;
}

const members = (roots: readonly number[]): ProcessLine[] => family(parsePs(execFileSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' })), roots);

/** Seconds of processor time that the processes below `roots` have taken so far; `undefined` where the system does not tell it. */
export function processorOf(roots: readonly number[]): number | undefined {
  const taken = members(roots).flatMap(({ pid }) => {
    try {
      return [processorSeconds(readFileSync(`/proc/${pid}/stat`, 'utf8'))];
    } catch {
      return [];
    }
  });
  return taken.length === 0 ? undefined : taken.reduce((sum, one) => sum + one, 0);
}

/** Memory of the processes below `roots`, in megabytes; `proportional` is absent where the system does not tell it. */
export function memoryOf(roots: readonly number[]): { processes: number; rss: number; proportional?: number } {
  const lines = members(roots);
  const parts = lines.map(({ pid }) => proportionalKilobytes(pid));
  const megabytes = (kilobytes: readonly number[]): number => Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
  return {
    processes: lines.length, rss: megabytes(lines.map(({ rssKilobytes }) => rssKilobytes)),
    ...(parts.every((part) => part === undefined) ? {} : { proportional: megabytes(parts.map((part) => part ?? 0)) }),
  };
}
