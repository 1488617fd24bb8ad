import { describe, expect, it } from '@jest/globals';
import { count, filesOf, groupOf, notRun, select, sum } from './groups.ts';
import type { JestReport } from './groups.ts';

describe('groupOf', () => {
  it.each([
    ['apps/heimdall/src/decisions/decide.spec.ts', 'unit'],
    ['libs/contracts/core/src/address.spec.ts', 'unit'],
    ['apps/console/src/app.spec.tsx', 'unit'],
    ['tools/test/groups.spec.ts', 'unit'],
    ['apps/metis/test/scan.integration.spec.ts', 'integration'],
    ['apps/metis/test/scan.spec.ts', 'integration'],
    ['libs/kit/src/events/event-bus.contract.spec.ts', 'integration'],
    ['libs/kit/test/contract.spec.ts', 'integration'],
    ['examples/air/journey.spec.ts', 'journey'],
    ['tools/test/readme.journey.spec.ts', 'journey'],
  ])('%s: %s', (file, group) => expect(groupOf(file)).toBe(group));
});

describe('select', () => {
  it('runs everything without arguments', () => expect(select([])).toEqual({ groups: ['unit', 'integration', 'journey'], paths: [] }));
  it('splits groups from paths', () => expect(select(['unit', 'heimdall'])).toEqual({ groups: ['unit'], paths: ['heimdall'] }));
  it('keeps every group when only paths are given', () => expect(select(['kit']).groups).toHaveLength(3));
});

describe('filesOf', () => {
  const files = ['apps/a/src/x.spec.ts', 'apps/b/src/x.spec.ts', 'examples/air/journey.spec.ts'];
  it('takes only the group', () => expect(filesOf('unit', files, [])).toEqual(files.slice(0, 2)));
  it('takes only the paths', () => expect(filesOf('unit', files, ['apps/b'])).toEqual(['apps/b/src/x.spec.ts']));
});

const test = (status: string, ...ancestorTitles: string[]): JestReport['testResults'][number]['assertionResults'][number] => ({ status, title: 'does it', ancestorTitles });

describe('counting', () => {
  const report: JestReport = { testResults: [
    { name: 'a', status: 'passed', message: '', assertionResults: [test('passed'), test('pending', 'Kafka: DATAOS_TEST_KAFKA is not set'), test('todo', 'later')] },
    { name: 'b', status: 'failed', message: '', assertionResults: [test('failed'), test('passed')] },
  ] };
  it('never counts what did not run as passed', () => expect(count(report)).toEqual({ passed: 2, failed: 1, skipped: 2 }));
  it('counts a file that cannot be loaded as failed', () => {
    expect(count({ testResults: [{ name: 'c', status: 'failed', message: 'SyntaxError', assertionResults: [] }] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it('names what did not run', () => expect(notRun(report)).toEqual(['Kafka: DATAOS_TEST_KAFKA is not set (1)', 'later (1)']));
  it('adds up', () => expect(sum([count(report), count(report)])).toEqual({ passed: 4, failed: 2, skipped: 4 }));
});
