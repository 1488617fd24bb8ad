import { describe, expect, it } from '@jest/globals';
import type { ColumnUse, QueryTrace } from '@dataos/contracts-minerva';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventsOf, type Finished } from './openlineage.js';
import { USES } from './trace/flow.js';

type Json = Record<string, unknown>;
const folder = process.env['DATAOS_TEST_OPENLINEAGE'];

/** The schemas of OpenLineage as its repository has them below `spec`. Facets name one or another version of the core; all of them mean the one that is there. */
class Schemas {
  private readonly ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
  private readonly facets = new Map<string, string>();
  private readonly core: string;

  constructor(root: string) {
    const read = (file: string): Json => JSON.parse(readFileSync(file, 'utf8')) as Json;
    const core = read(path.join(root, 'OpenLineage.json'));
    this.core = String(core['$id']);
    this.ajv.addSchema(core);
    for (const name of readdirSync(path.join(root, 'facets')).filter((one) => one.endsWith('.json'))) {
      const schema = JSON.parse(JSON.stringify(read(path.join(root, 'facets', name))).replaceAll(/https:\/\/openlineage\.io\/spec\/[\d-]+\/OpenLineage\.json#?/g, `${this.core}#`)) as Json;
      this.ajv.addSchema(schema);
      this.facets.set(path.basename(name, '.json'), String(schema['$id']));
    }
  }

  /** What is wrong with an event, and with each facet by the schema that it names. */
  faultsOf(event: unknown): string[] {
    return [...this.check(`${this.core}#/$defs/RunEvent`, event), ...facetsIn(event).flatMap(([name, facet]) => {
      const [, schema, member] = /\/([A-Za-z]+)\.json#\/\$defs\/([A-Za-z]+)$/.exec(String(facet['_schemaURL'])) ?? [];
      if (name.startsWith('dataos_')) return [];
      const id = this.facets.get(schema ?? '');
      return id === undefined || schema !== member ? [`${name} names no schema: ${String(facet['_schemaURL'])}`] : [...this.check(`${id}#/$defs/${schema}`, facet), ...this.check(id, { [name]: facet })];
    })];
  }

  private check(id: string, value: unknown): string[] {
    const validate = this.ajv.getSchema(id);
    if (validate === undefined) return [`there is no schema ${id}`];
    return validate(value) === true ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${id} ${instancePath} ${message ?? ''}`);
  }
}

/** Facets wherever they stand: of the run, the job, and the datasets. */
function facetsIn(value: unknown): [string, Json][] {
  if (Array.isArray(value)) return value.flatMap(facetsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => (key === 'facets' ? Object.entries(member as Record<string, Json>) : facetsIn(member)));
}

const passengers = 'dataos://crm:public/passengers';
const row: Finished = {
  id: '20260101_120000_abc', user: 'amir', state: 'FINISHED', sql: "CREATE TABLE mails AS SELECT email AS mail FROM passengers WHERE state = 'CA'", statement: 'create-table-as', source: 'dbt', cluster: 'air', decision: 'd-1', policies: ['hide-email'],
  error: null, createdAt: new Date('2026-01-01T12:00:00Z'), startedAt: null, finishedAt: new Date('2026-01-01T12:00:02Z'),
};
const trace = (change: 'create' | 'append' | 'change' | 'rename' | undefined, kind: 'table' | 'view' = 'table'): QueryTrace => ({
  inputs: [{ address: passengers, columns: [{ name: 'email', type: 'varchar' }] }], rows: [{ table: passengers, column: 'state', uses: ['FILTER'], masked: false }],
  columns: [{ column: 'mail', from: [{ table: passengers, column: 'email', uses: [...USES] as ColumnUse[], masked: true }] }, { column: 'one', from: [] }],
  ...(change === undefined ? {} : { output: { address: 'dataos://lake:sales/mails', kind, change, columns: [{ name: 'mail', type: 'varchar' }] } }),
});
const failed = (name: string): Partial<Finished> => ({ state: 'FAILED', error: { code: 1, name, type: 'USER_ERROR', message: 'x' } });

(folder === undefined ? describe.skip : describe)(folder === undefined ? 'not run: DATAOS_TEST_OPENLINEAGE names no folder with the schemas of OpenLineage' : 'what is told to an OpenLineage consumer', () => {
  const cases = (['create', 'append', 'change', 'rename', undefined] as const).flatMap((change) => (['table', 'view'] as const).flatMap((kind) => [{}, failed('DIVISION_BY_ZERO'), failed('USER_CANCELED'), { source: null, cluster: null, decision: null }].flatMap((more) =>
    (['original', 'without-literals', 'none'] as const).map((sql) => ({ change, kind, more, sql })))));

  it('keeps to its schemas, whatever the statement was and became', () => {
    const schemas = new Schemas(folder ?? '');
    for (const { change, kind, more, sql } of cases) for (const event of eventsOf({ ...row, ...more }, trace(change, kind), sql)) expect([change, kind, more, sql, schemas.faultsOf(JSON.parse(JSON.stringify(event)))]).toEqual([change, kind, more, sql, []]);
  });

  it('would be found out where it did not', () => {
    const schemas = new Schemas(folder ?? '');
    const [, end] = eventsOf(row, trace('create'), 'original').map((event) => JSON.stringify(event));
    for (const [from, to] of [['"COMPLETE"', '"DONE"'], ['"runId":"', '"runId":"x'], ['"eventTime":"2', '"eventTime":"x'], ['"fields":{', '"field":{'], ['"inputFields":[', '"inputField":['], ['"processingType"', '"processing"'], ['"masking":true', '"masking":"yes"'], ['"lifecycleStateChange":"CREATE"', '"lifecycleStateChange":"MAKE"'], ['SQLJobFacet.json', 'SqlFacet.json'], ['"_producer"', '"producer"']] as const) {
      const wrong = end?.replace(from, to) ?? '';
      expect([from, wrong === end, schemas.faultsOf(JSON.parse(wrong)).length > 0]).toEqual([from, false, true]);
    }
  });
});
