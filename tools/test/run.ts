/** `npm test`: builds, starts a database server for the tests, and runs the three groups. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAll } from '../build/build-all.ts';
import { count, filesOf, notRun, select, sum } from './groups.ts';
import type { Counts, GroupName } from './groups.ts';
import { listTests, runTests } from './jest-process.ts';
import { startTestPostgres } from './test-postgres.ts';

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function runGroup(group: GroupName, files: readonly string[], folder: string, url: string): Promise<Counts> {
  const started = Date.now();
  console.log(`\n── ${group}: ${files.length} files`);
  // The journey starts whole platforms: two at once would fight for the machine.
  const report = await runTests(files, group === 'journey', path.join(folder, `${group}.json`), { DATAOS_TEST_POSTGRES: url });
  const counts = count(report);
  console.log(`── ${group}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds(started)})`);
  for (const title of notRun(report)) console.log(`   not run: ${title}`);
  return counts;
}

async function main(): Promise<number> {
  const { groups, paths } = select(process.argv.slice(2));
  const build = await buildAll();
  console.log(`✓ build (${build.seconds.toFixed(1)} s)`);
  const files = await listTests();
  const started = Date.now();
  const server = await startTestPostgres();
  console.log(`✓ PostgreSQL for the tests (${seconds(started)})`);
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-report-'));
  // The guard of the server ends it with this process; ending early only has to leave a failing exit code.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop().finally(() => process.exit(130)));
  const results: Counts[] = [];
  const empty: GroupName[] = [];
  try {
    for (const group of groups) {
      const chosen = filesOf(group, files, paths);
      const counts = chosen.length === 0 ? sum([]) : await runGroup(group, chosen, folder, server.url);
      if (counts.passed + counts.failed === 0 && paths.length === 0) empty.push(group);
      results.push(counts);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const { passed, failed, skipped } = sum(results);
  for (const group of empty) console.log(`\n✗ ${group}: no test ran, which counts as a failure`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || empty.length > 0 || passed === 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  console.log('\n0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
