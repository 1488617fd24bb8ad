import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TrinoFailure } from './failure.js';
import { tablesOf } from './names.js';
import { parseStatement } from './parse/statement.parser.js';

/** A folder of public Trino statements; without it these tests count as not run. */
const folder = path.join(process.env['DATAOS_TEST_DATA'] ?? '', 'trino-sql');
const present = process.env['DATAOS_TEST_DATA'] !== undefined && existsSync(folder);
const defaults = { catalog: 'c', schema: 's' };

interface Tricky { id: string; sql: string; reads: string[] | null; valid: boolean }

function tables(sql: string): string[] | string {
  try {
    return tablesOf(parseStatement(sql), defaults);
  } catch (error) {
    if (error instanceof TrinoFailure) return error.errorName;
    throw error;
  }
}

(present ? describe : describe.skip)('a corpus of Trino statements', () => {
  it('finds every table of each statement it takes', () => {
    const statements = JSON.parse(readFileSync(path.join(folder, 'tricky.json'), 'utf8')) as Tricky[];
    let taken = 0;
    for (const { id, sql, reads, valid } of statements) {
      const found = tables(sql);
      if (typeof found === 'string') continue;
      taken += 1;
      const expected = new Set((reads ?? ['must be refused']).map((name) => qualified(name)));
      expect({ id, valid, found: new Set(found) }).toEqual({ id, valid: true, found: expected });
    }
    expect(taken).toBeGreaterThan(25);
  });

  it.each(['tpch', 'tpcds'])('takes %s, or refuses it for want of support', (name) => {
    const outcomes = readdirSync(path.join(folder, name)).map((file) => ({ file, found: tables(readFileSync(path.join(folder, name, file), 'utf8').replaceAll(/\$\{[^}]*\}\.?/g, '')) }));
    expect(outcomes.filter(({ found }) => found === 'SYNTAX_ERROR')).toEqual([]);
    expect(outcomes.filter(({ found }) => typeof found !== 'string').length / outcomes.length).toBeGreaterThan(0.9);
  });
});

function qualified(name: string): string {
  const parts = name.toLowerCase().split('|');
  return [...['c', 's'].slice(0, Math.max(0, 3 - parts.length)), ...parts].join('.');
}
