import { runNx } from './nx.ts';

export interface BuildSummary { seconds: number; projects: number; reused: number }

/** What Nx's closing lines say: how many projects there are and how many came out of the cache. */
export function summarise(output: string): { projects: number; reused: number } {
  const projects = Number(/ran target build for (\d+) projects/.exec(output)?.[1] ?? 0);
  const reused = Number(/Cache:\s+(\d+)\/\d+ hit/.exec(output)?.[1] ?? 0);
  return { projects, reused };
}

/** The part of the output a person needs when a build breaks: the failed tasks with their messages. */
export function failures(output: string): string {
  const parts = output.split(/^> nx run /m);
  const broken = parts.slice(1).filter((part) => /error|ERR|✖|Error/.test(part));
  return (broken.length > 0 ? broken.map((part) => `> ${part}`).join('') : output).trim();
}

/** Builds every project that changed since its last build. */
export async function buildAll(): Promise<BuildSummary> {
  const started = Date.now();
  const { code, output } = await runNx(['run-many', '-t', 'build', '--parallel=3', '--output-style=static']);
  if (code !== 0) throw new Error(`The build failed.\n${failures(output)}`);
  return { seconds: (Date.now() - started) / 1000, ...summarise(output) };
}
