import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckdbEngine } from '../src/engine/duckdb.engine.js';
import { EngineFailure } from '../src/engine/query-engine.js';
import { TrinoFailure } from '../src/sql/failure.js';
import { parseStatement } from '../src/sql/parse/statement.parser.js';
import { rewrite } from '../src/sql/rewrite.js';
import { trinoFailureOf } from '../src/statements/engine-failure.js';
import { encodingOf, toTrinoColumn } from '../src/statements/trino-type.js';

/** What Trino 476 answered to `SELECT <sql>` in a session of this time zone. */
type Case = { sql: string; zone?: string } & ({ type: string; value: unknown } | { error: string });
const read = (name: string): Case[] => JSON.parse(readFileSync(path.join(import.meta.dirname, 'conformance', name), 'utf8')) as Case[];
const engine = new DuckdbEngine({
  memory: '256MB', threads: 1, concurrency: 2, perUser: 2, spill: mkdtempSync(path.join(tmpdir(), 'spill-')), onStarted: () => undefined, onStopped: () => undefined,
});

async function answer(sql: string, zone?: string): Promise<{ type: string; value: unknown } | { error: string }> {
  try {
    const text = `SELECT ${sql}`;
    const query = parseStatement(text);
    if (query.kind !== 'query') throw new Error('no query');
    const { sql: written, columns } = rewrite({ text, query, defaults: {}, user: 'ann', now: new Date(), seed: 's', tables: new Map(), ...(zone === undefined ? {} : { zone }) });
    const run = engine.run({ id: sql, user: 'ann', sql: written, files: [], loads: [], reads: { files: [], tables: [] }, columns: columns.map((column) => encodingOf(column, true)) });
    const page = await run.next();
    await run.next();
    const [[value] = []] = JSON.parse(`[${Buffer.from(page?.json ?? []).toString()}]`) as unknown[][];
    return { type: columns.map((column) => toTrinoColumn(column, true).type)[0] ?? '', value };
  } catch (error) {
    if (error instanceof TrinoFailure) return { error: error.errorName };
    if (error instanceof EngineFailure) return { error: trinoFailureOf(error).errorName };
    throw error;
  }
}

/** Trino knows lengths of texts that this gateway does not keep (`varchar(3)` is shown as `varchar`), and writes a space in `decimal(3, 1)`. */
const plain = (type: string): string => type.replaceAll(/\b(varchar|char)\(\d+\)/g, 'varchar').replaceAll(', ', ',');
const REFUSALS = ['NOT_SUPPORTED', 'FUNCTION_NOT_FOUND'];

beforeAll(() => engine.start());
afterAll(() => engine.stop());

describe.each([['expressions.json', 6], ['zones.json', 6]] as const)('an expression of %s means what it means in Trino, or is refused', (file, share) => {
  const cases = read(file);
  let refused = 0;

  it.each(cases)('$sql $zone', async (expected: Case) => {
    const found = await answer(expected.sql, expected.zone);
    if ('error' in found && REFUSALS.includes(found.error)) {
      refused += 1;
      return;
    }
    if ('error' in expected) return expect('error' in found).toBe(true);
    expect(found).toEqual({ type: plain(expected.type), value: typeof expected.value === 'number' && /^(double|real)$/.test(expected.type) ? expect.closeTo(expected.value, 12) : expected.value });
  });

  // A refusal is right where the meaning cannot be kept; that there are not more of them than now keeps this test from passing by refusing.
  it('and few are refused', () => expect(refused).toBeLessThanOrEqual(cases.length / share));
});
