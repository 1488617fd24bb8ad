/** `npm run check [NAME…]`: every check, one line each. */
import { buildAll, type BuildSummary } from '../build/build-all.ts';
import { runNx } from '../build/nx.ts';
import { boundaries } from './boundaries.ts';
import { copied } from './copied-functions.ts';
import { duplicates } from './duplicates.ts';
import { kit } from './kit.ts';
import { licences } from './licences.ts';
import { links } from './links.ts';
import { lint } from './lint.ts';
import { openapi } from './openapi.ts';
import type { Check } from './repository.ts';
import { secrets } from './secrets.ts';
import { tags } from './tags.ts';
import { types } from './types.ts';

let build: Promise<BuildSummary> | undefined;

/** A check that reads the contracts as values: in a fresh checkout they must be built before its module can be loaded. */
const afterBuild = (load: () => Promise<Check>): Check => async () => {
  await (build ??= buildAll());
  return (await load())();
};
const problems = afterBuild(async () => (await import('./problems.ts')).problems);
const events = afterBuild(async () => (await import('./events.ts')).events);
const generated = afterBuild(async () => (await import('./generated.ts')).generated);
const contracts = afterBuild(async () => (await import('./contracts.ts')).contracts);

/** Cheap ones first; those of one row run side by side. */
const rows: readonly Record<string, Check>[] = [
  { tags }, { kit }, { duplicates }, { copied }, { licences }, { secrets }, { links }, { boundaries },
  { problems }, { events }, { generated }, { contracts }, { openapi }, { types, lint },
];
const mostLines = 60;

async function runOne(name: string, check: Check): Promise<boolean> {
  const started = Date.now();
  const faults = await Promise.resolve().then(check).catch((error: Error) => [`the check itself broke: ${error.stack ?? error.message}`]);
  const time = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${time.padStart(7)}`);
  for (const fault of faults.slice(0, mostLines)) console.log(`    ${fault}`);
  if (faults.length > mostLines) console.log(`    … and ${faults.length - mostLines} more lines`);
  return faults.length === 0;
}

async function main(wanted: readonly string[]): Promise<number> {
  const known = rows.flatMap((row) => Object.keys(row));
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no check named ${unknown.join(', ')}; there are: ${known.join(', ')}`);
    return 2;
  }
  // The boundary rules read the project graph; a stale one would judge files that no longer exist.
  await runNx(['show', 'projects']);
  let good = true;
  for (const row of rows) {
    const chosen = Object.entries(row).filter(([name]) => wanted.length === 0 || wanted.includes(name));
    const results = await Promise.all(chosen.map(([name, check]) => runOne(name, check)));
    good &&= results.every(Boolean);
  }
  return good ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
