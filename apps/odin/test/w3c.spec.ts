import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@dataos/contracts-core';
import { Budget } from '../src/sparql/budget.js';
import { evaluateQuery } from '../src/sparql/evaluate-query.js';
import { parseQuery } from '../src/sparql/parse.js';
import { memorySource } from './memory-source.js';
import { agree, readData, readManifest, readResult, textOf, type W3cTest } from './w3c-suite.js';

const root = process.env['DATAOS_TEST_DATA'] === undefined ? undefined : join(process.env['DATAOS_TEST_DATA'], 'w3c-sparql/sparql11');
const folders = ['aggregates', 'bind', 'bindings', 'cast', 'exists', 'functions', 'grouping', 'negation', 'project-expression', 'property-path', 'subquery', 'syntax-query'];

/** Where this evaluator knowingly differs from the suite; each entry is looked at again when it begins to pass. */
const known: Record<string, string> = {};

/** Why a test cannot say anything here: data in a format that is not read, or a part of SPARQL that is refused on purpose. */
function outOfScope(test: W3cTest): boolean {
  if ([...test.data, ...test.graphs].some((file) => file.endsWith('.rdf')) || (test.result !== undefined && !/\.sr[xj]$/.test(test.result))) return true;
  try {
    parseQuery(textOf(test.query), { prefixes: {}, base: test.query });
  } catch (error) {
    return DomainError.is(error) && error.code === 'sparql-unsupported';
  }
  return false;
}

async function outcome(test: W3cTest): Promise<boolean> {
  const base = test.query;
  try {
    const query = parseQuery(textOf(test.query), { prefixes: {}, base });
    if (test.kind !== 'evaluation') return test.kind === 'positive';
    const quads = [...test.data.flatMap((file) => readData(file, '')), ...test.graphs.flatMap((file) => readData(file, file))];
    const expected = readResult(test.result ?? '');
    const answer = await evaluateQuery(query, memorySource(quads), { budget: new Budget({ timeMs: 5_000, rows: 10_000, steps: 1_000_000 }), now: new Date(), base });
    return expected !== undefined && agree(answer.kind === 'truth' ? { boolean: answer.value } : { rows: answer.rows }, expected);
  } catch (error) {
    if (!DomainError.is(error)) throw error;
    return test.kind === 'negative';
  }
}

if (root === undefined || !existsSync(root)) {
  describe('W3C SPARQL 1.1 tests', () => {
    it.skip('not run: DATAOS_TEST_DATA names no folder with w3c-sparql/sparql11', () => undefined);
  });
} else {
  describe.each(folders)('W3C SPARQL 1.1: %s', (folder) => {
    const tests = readManifest(join(root, folder));
    const named = (all: W3cTest[]) => all.map((test) => [test.name, test] as const);
    const [skipped, tried] = [tests.filter(outOfScope), tests.filter((test) => !outOfScope(test))];
    if (skipped.length > 0) it.skip.each(named(skipped))('%s: refused on purpose', () => undefined);
    it.each(named(tried))('%s', async (name, test) => expect(await outcome(test)).toBe(known[`${folder}/${name}`] === undefined));
  });
}
