import { describe, expect, it } from '@jest/globals';
import type { QueryRow } from './query.entity.js';
import { toRecord } from './view.js';

const at = new Date('2026-01-01T00:00:00.000Z');
const row = (filters: QueryRow['filters']): QueryRow => ({
  id: 'q', user: 'ann', authenticatedAs: null, gateway: 'g', state: 'FINISHED', sql: 'SELECT count(*) FROM t WHERE id = 7', statement: 'query', source: null, clientTags: [], catalog: null, schema: null, tables: [], policies: [], masks: [], filters,
  rows: '1', bytes: '3', rowsRead: '42', createdAt: at, startedAt: at, finishedAt: at, decision: null, cluster: null, error: null, rewritten: 'SELECT', detail: 'a value', cached: null, writes: null, trace: null, traceDue: null,
} as QueryRow);
const filter = { table: 'dataos://crm:public/t', column: 'state', operator: 'like', policy: 'p' } as const;

// What must not happen: that who may not see a row learns from a number whether it is there.
describe('the rows that a database sent for a query', () => {
  it('are told its user where no filter took any away', () => expect(toRecord(row([]), false).rowsRead).toBe(42));
  it('are not told him where one may have', () => expect(toRecord(row([filter]), false)).toMatchObject({ rowsRead: 0, rows: 1 }));
  it('are told an auditor, with the rest', () => expect(toRecord(row([filter]), true)).toMatchObject({ rowsRead: 42, detail: 'a value' }));
});
