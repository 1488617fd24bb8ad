import { describe, expect, it } from '@jest/globals';
import type { QueryTrace } from '@dataos/contracts-minerva';
import fc from 'fast-check';
import { eventsOf, type Finished } from './openlineage.js';
import { withoutLiterals } from './text.js';

const passengers = 'dataos://crm:public/passengers';
const mails = 'dataos://lake:sales/mails';
const row: Finished = {
  id: '20260101_120000_abc', user: 'amir', state: 'FINISHED', sql: "CREATE TABLE mails AS SELECT email AS mail FROM passengers WHERE state = 'CA' -- ask Ann", statement: 'create-table-as', source: 'dbt', cluster: 'air', decision: 'd-1', policies: ['hide-email'],
  error: null, createdAt: new Date('2026-01-01T12:00:00Z'), startedAt: new Date('2026-01-01T12:00:01Z'), finishedAt: new Date('2026-01-01T12:00:02Z'),
};
const trace: QueryTrace = {
  inputs: [{ address: passengers, columns: [{ name: 'email', type: 'varchar' }, { name: 'state', type: 'char(2)' }] }],
  output: { address: mails, kind: 'table', change: 'create', columns: [{ name: 'mail', type: 'varchar' }] },
  columns: [{ column: 'mail', from: [{ table: passengers, column: 'email', uses: ['IDENTITY', 'CONDITIONAL'], masked: true }] }, { column: 'one', from: [] }],
  rows: [{ table: passengers, column: 'state', uses: ['FILTER'], masked: false }],
};
const named = (facet: string): object => ({ _producer: 'urn:dataos:minerva-gateway', _schemaURL: expect.stringContaining(facet) });

describe('a query in the words of OpenLineage', () => {
  it('is a start and an end of one run, with what was read, written and made of what', () => {
    const [start, end, ...more] = eventsOf(row, trace, 'without-literals');
    expect(more).toEqual([]);
    const run = { runId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) };
    expect(start).toMatchObject({ eventType: 'START', eventTime: '2026-01-01T12:00:01.000Z', producer: 'urn:dataos:minerva-gateway', schemaURL: expect.stringContaining('#/$defs/RunEvent'), run, job: { namespace: 'dataos://minerva-gateway', name: 'create-table-as.sales.mails' } });
    expect(end).toMatchObject({
      eventType: 'COMPLETE', eventTime: '2026-01-01T12:00:02.000Z', run: { ...run, facets: { dataos_query: { ...named('query'), queryId: row.id, user: 'amir', decision: 'd-1', policies: ['hide-email'], source: 'dbt', cluster: 'air' } } },
      job: { name: 'create-table-as.sales.mails', facets: { jobType: named('JobTypeJobFacet'), sql: { ...named('SQLJobFacet'), query: 'CREATE TABLE mails AS SELECT email AS mail FROM passengers WHERE state = ?', dialect: 'trino' } } },
      inputs: [{ namespace: 'dataos://crm', name: 'public/passengers', facets: { schema: { ...named('SchemaDatasetFacet'), fields: [{ name: 'email', type: 'varchar' }, { name: 'state', type: 'char(2)' }] } } }],
    });
    expect(end?.['outputs']).toEqual([{
      namespace: 'dataos://lake', name: 'sales/mails', facets: {
        schema: { ...named('SchemaDatasetFacet'), fields: [{ name: 'mail', type: 'varchar' }] }, datasetType: { ...named('DatasetTypeDatasetFacet'), datasetType: 'TABLE' },
        lifecycleStateChange: { ...named('LifecycleStateChangeDatasetFacet'), lifecycleStateChange: 'CREATE' },
        columnLineage: {
          ...named('ColumnLineageDatasetFacet'),
          fields: { mail: { inputFields: [{ namespace: 'dataos://crm', name: 'public/passengers', field: 'email', transformations: [{ type: 'DIRECT', subtype: 'IDENTITY', description: '', masking: true }, { type: 'INDIRECT', subtype: 'CONDITIONAL', description: '', masking: true }] }] } },
          dataset: [{ namespace: 'dataos://crm', name: 'public/passengers', field: 'state', transformations: [{ type: 'INDIRECT', subtype: 'FILTER', description: '', masking: false }] }],
        },
      },
    }]);
  });

  it.each<[string, Partial<Finished>, string, string | undefined]>([
    ['failed', { state: 'FAILED', error: { code: 8, name: 'DIVISION_BY_ZERO', type: 'USER_ERROR', message: "by 'secret'" } }, 'FAIL', 'DIVISION_BY_ZERO'],
    ['was canceled', { state: 'FAILED', error: { code: 1, name: 'USER_CANCELED', type: 'USER_ERROR', message: '' } }, 'ABORT', 'USER_CANCELED'],
    ['was killed', { state: 'FAILED', error: { code: 1, name: 'ADMINISTRATIVELY_KILLED', type: 'USER_ERROR', message: '' } }, 'ABORT', 'ADMINISTRATIVELY_KILLED'],
    ['was abandoned', { state: 'FAILED', error: { code: 1, name: 'ABANDONED_QUERY', type: 'USER_ERROR', message: '' } }, 'ABORT', 'ABANDONED_QUERY'],
  ])('that %s wrote nothing, and tells the name of the error only', (_, more, type, message) => {
    const [, end] = eventsOf({ ...row, ...more }, trace, 'none');
    expect(end).toMatchObject({ eventType: type, outputs: [{ name: 'sales/mails', facets: {} }], run: { facets: { errorMessage: { message } } } });
    expect(JSON.stringify(end)).not.toMatch(/secret|columnLineage|"sql"/);
  });

  it('that wrote nothing tells what its result was made of', () => {
    const { output: _output, ...read } = trace;
    const [start, end] = eventsOf({ ...row, statement: 'query' }, read, 'original');
    expect([start?.['outputs'], end?.['outputs']]).toEqual([[], []]);
    expect(end).toMatchObject({ job: { name: expect.stringMatching(/^query\.[0-9a-f]{16}$/), facets: { sql: { query: row.sql } } }, run: { facets: { dataos_resultLineage: { fields: { mail: {} }, dataset: [{}] } } } });
    const [again] = eventsOf({ ...row, id: 'other', sql: row.sql.replace("'CA'", "'NY'") }, read, 'none');
    expect([(again?.['job'] as { name: string }).name === (end?.['job'] as { name: string }).name, (again?.['run'] as { runId: string }).runId === (end?.['run'] as { runId: string }).runId]).toEqual([true, false]);
  });

  it('that renamed a table names what it was', () => {
    const [, end] = eventsOf({ ...row, statement: 'alter-table' }, { ...trace, output: { address: mails, kind: 'view', change: 'rename', columns: [] } }, 'none');
    expect(end?.['outputs']).toMatchObject([{ facets: { lifecycleStateChange: { lifecycleStateChange: 'RENAME', previousIdentifier: { namespace: 'dataos://crm', name: 'public/passengers' } }, datasetType: { datasetType: 'VIEW' } } }]);
  });
});

describe('a text without its literals', () => {
  it.each([
    ["SELECT 'it''s', 1, 2.5, 1e3, X'ab', U&'a' FROM t -- 'c'", 'SELECT ?, ?, ?, ?, ?, ? FROM t'], ['SELECT /* 5 */ "a b" FROM t\nWHERE x>=3', 'SELECT "a b" FROM t WHERE x>=?'],
    ["EXECUTE IMMEDIATE 'SELECT 1' USING 'x'", 'EXECUTE IMMEDIATE ? USING ?'],
  ])('%s', (sql, expected) => expect(withoutLiterals(sql)).toBe(expected));
  it('is none where it is no SQL', () => expect(withoutLiterals("SELECT 'open")).toBeUndefined());
  it('holds none of them', () => fc.assert(fc.property(fc.array(fc.string({ minLength: 4, unit: fc.constantFrom('q', 'z', "'", '-', ' ', '/', '*', '\n') }), { maxLength: 5 }), (texts) => {
    const sql = `SELECT ${['a', ...texts.map((text) => `'${text.replaceAll("'", "''")}'`)].join(', ')} FROM t`;
    expect(withoutLiterals(sql)).toBe(`SELECT ${['a', ...texts.map(() => '?')].join(', ')} FROM t`);
  })));
});
