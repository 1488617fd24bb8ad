export const groupNames = ['unit', 'integration', 'journey'] as const;
export type GroupName = (typeof groupNames)[number];

/** The level a test file belongs to, told by its name and folder. */
export function groupOf(file: string): GroupName {
  if (/(^|[./])journey\.spec\.tsx?$/.test(file)) return 'journey';
  if (/(^|[./])(integration|contract)\.spec\.tsx?$/.test(file) || /(^|\/)(apps|libs)\/.*\/test\//.test(file)) return 'integration';
  return 'unit';
}

export interface Selection { groups: GroupName[]; paths: string[] }

/** `npm test -- unit heimdall`: names of groups choose groups, everything else is a part of a path. */
export function select(args: readonly string[]): Selection {
  const isGroup = (arg: string): arg is GroupName => (groupNames as readonly string[]).includes(arg);
  const groups = args.filter(isGroup);
  return { groups: groups.length > 0 ? groups : [...groupNames], paths: args.filter((arg) => !isGroup(arg)) };
}

/** The files of one group that the selection wants. */
export function filesOf(group: GroupName, files: readonly string[], paths: readonly string[]): string[] {
  return files.filter((file) => groupOf(file) === group && (paths.length === 0 || paths.some((part) => file.includes(part))));
}

export interface Counts { passed: number; failed: number; skipped: number }

/** The part of jest's JSON report that is counted. */
export interface JestReport {
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; title: string; ancestorTitles: string[] }[] }[];
}

/** Counts tests; a file that could not even be loaded counts as one failed test. */
export function count(report: JestReport): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of report.testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
  return counts;
}

/** What was not run, by its outermost title, which states the reason. */
export function notRun(report: JestReport): string[] {
  const titles = report.testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title);
  return [...new Set(titles)].map((title) => `${title} (${titles.filter((other) => other === title).length})`);
}

export const sum = (all: readonly Counts[]): Counts => all.reduce(
  (total, { passed, failed, skipped }) => ({ passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped }),
  { passed: 0, failed: 0, skipped: 0 },
);
