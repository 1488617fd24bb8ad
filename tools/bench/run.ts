/** `npm run -s bench -- SUBJECT…`: measures, and prints one JSON line per figure. Benchmarks are no tests: nothing here passes or fails. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../build/build-all.ts';
import type { Bench } from './figure.ts';

const suffix = '.bench.ts';
const subjects = readdirSync(import.meta.dirname).filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !existsSync(path.join(import.meta.dirname, name + suffix)));
  if (unknown.length > 0 || wanted.length === 0) {
    console.error(`Name what to measure: ${subjects.join(', ')}`);
    return 2;
  }
  await buildAll();
  for (const name of wanted) {
    const { bench } = await import(path.join(import.meta.dirname, name + suffix)) as { bench: Bench };
    await bench((figure) => console.log(JSON.stringify(figure)));
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
