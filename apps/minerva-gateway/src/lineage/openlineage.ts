import { parseAddress } from '@dataos/contracts-core';
import type { ColumnOrigin, ColumnUse, QueryTrace, TracedTable } from '@dataos/contracts-minerva';
import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { MinervaConfig } from '../config.js';
import type { QueryRow } from '../queries/query.entity.js';
import { withoutLiterals } from './text.js';

/** Who tells it, as OpenLineage wants it: a URI. */
const PRODUCER = 'urn:dataos:minerva-gateway';
const SPEC = 'https://openlineage.io/spec';
const RUNS = '5d3f2ac0-6f7c-5f0e-9a59-2f1f6f0d9c11';
const NAMESPACE = 'dataos://minerva-gateway';
/** A query that somebody ended is no failure of the query. */
const ABORTED: ReadonlySet<string> = new Set(['USER_CANCELED', 'ADMINISTRATIVELY_KILLED', 'ABANDONED_QUERY']);
const DIRECT: ReadonlySet<ColumnUse> = new Set(['IDENTITY', 'TRANSFORMATION', 'AGGREGATION']);

export type Finished = Pick<QueryRow, 'id' | 'user' | 'state' | 'sql' | 'statement' | 'source' | 'cluster' | 'decision' | 'policies' | 'error' | 'createdAt' | 'startedAt' | 'finishedAt'>;
export interface RunEvent { readonly eventType: 'START' | 'COMPLETE' | 'FAIL' | 'ABORT'; readonly [member: string]: unknown }

/** The two events of a query that is over: its start and its end. */
export function eventsOf(row: Finished, trace: QueryTrace, sql: MinervaConfig['OPENLINEAGE_SQL']): RunEvent[] {
  const job = { namespace: NAMESPACE, name: jobName(row, trace), facets: { jobType: facet('2-0-3', 'JobTypeJobFacet', { processingType: 'BATCH', integration: 'DATAOS', jobType: 'QUERY' }), ...sqlFacet(row.sql, sql) } };
  const common = { producer: PRODUCER, schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`, job };
  const runId = uuidv5(row.id, RUNS);
  const inputs = trace.output?.change === 'rename' ? trace.inputs.map((table) => dataset(table, {})) : trace.inputs.map((table) => dataset(table, schema(table)));
  const ends = endOf(row);
  return [
    { ...common, eventType: 'START', eventTime: (row.startedAt ?? row.createdAt).toISOString(), run: { runId, facets: runFacets(row) }, inputs, outputs: trace.output === undefined ? [] : [dataset(trace.output, {})] },
    {
      ...common, eventType: ends, eventTime: (row.finishedAt ?? row.createdAt).toISOString(), inputs, outputs: ends === 'COMPLETE' ? outputsOf(trace) : trace.output === undefined ? [] : [dataset(trace.output, {})],
      run: { runId, facets: { ...runFacets(row), ...errorFacet(row), ...(trace.output === undefined && ends === 'COMPLETE' ? { dataos_resultLineage: own('resultLineage', lineage(trace)) } : {}) } },
    },
  ];
}

function endOf({ state, error }: Finished): 'COMPLETE' | 'FAIL' | 'ABORT' {
  if (state === 'FINISHED') return 'COMPLETE';
  return ABORTED.has(error?.name ?? '') ? 'ABORT' : 'FAIL';
}

/** A statement that writes a table is the same job whenever it runs; of queries, those that say the same. */
const jobName = ({ statement, sql }: Finished, { output }: QueryTrace): string =>
  (output === undefined ? `query.${createHash('sha256').update(withoutLiterals(sql) ?? sql).digest('hex').slice(0, 16)}` : `${statement ?? 'statement'}.${nameOf(output.address).replaceAll('/', '.')}`);

function sqlFacet(text: string, how: MinervaConfig['OPENLINEAGE_SQL']): object {
  const query = how === 'original' ? text : how === 'none' ? undefined : withoutLiterals(text);
  return query === undefined ? {} : { sql: facet('1-1-0', 'SQLJobFacet', { query, dialect: 'trino' }) };
}

/** Only the name of an error goes out: its message may quote what the user wrote. */
const errorFacet = ({ error, state }: Finished): object => (state === 'FINISHED' || error === null ? {} : { errorMessage: facet('1-0-1', 'ErrorMessageRunFacet', { message: error.name, programmingLanguage: 'SQL' }) });

const runFacets = ({ id, user, source, cluster, decision, policies }: Finished): object => ({
  processing_engine: facet('1-1-1', 'ProcessingEngineRunFacet', { version: '1', name: 'dataos-minerva' }),
  dataos_query: own('query', { queryId: id, user, policies, ...(source === null ? {} : { source }), ...(cluster === null ? {} : { cluster }), ...(decision === null ? {} : { decision }) }),
});

function outputsOf(trace: QueryTrace): object[] {
  const { output, inputs } = trace;
  if (output === undefined) return [];
  const [from] = inputs;
  const lifecycle = output.change === 'rename' && from !== undefined
    ? { lifecycleStateChange: facet('1-0-1', 'LifecycleStateChangeDatasetFacet', { lifecycleStateChange: 'RENAME', previousIdentifier: identifier(from.address) }) }
    : output.change === 'create' ? { lifecycleStateChange: facet('1-0-1', 'LifecycleStateChangeDatasetFacet', { lifecycleStateChange: 'CREATE' }) } : {};
  return [dataset(output, { ...schema(output), ...lifecycle, datasetType: facet('1-0-0', 'DatasetTypeDatasetFacet', { datasetType: output.kind === 'view' ? 'VIEW' : 'TABLE' }), columnLineage: facet('1-2-0', 'ColumnLineageDatasetFacet', lineage(trace)) })];
}

/** What each column was made of; what decided about rows concerns all of them and stands beside. */
function lineage({ columns, rows }: QueryTrace): { fields: object; dataset: object[] } {
  const fields = columns.filter(({ from }) => from.length > 0).map(({ column, from }) => [column, { inputFields: from.map(inputField) }] as const);
  return { fields: Object.fromEntries(fields), dataset: rows.map(inputField) };
}

const inputField = ({ table, column, uses, masked }: ColumnOrigin): object => ({
  ...identifier(table), field: column, transformations: uses.map((use) => ({ type: DIRECT.has(use) ? 'DIRECT' : 'INDIRECT', subtype: use, description: '', masking: masked })),
});

const schema = ({ columns }: TracedTable): object => ({ schema: facet('1-1-1', 'SchemaDatasetFacet', { fields: columns.map(({ name, type }) => ({ name, type })) }) });
const dataset = ({ address }: TracedTable, facets: object): object => ({ ...identifier(address), facets });

/** A depot is a namespace; in it a dataset is called `collection/dataset`, so that the two joined by a colon are the address again. */
const identifier = (address: string): { namespace: string; name: string } => ({ namespace: `dataos://${parseAddress(address)?.depot ?? ''}`, name: nameOf(address) });

function nameOf(address: string): string {
  const { collection = '', dataset: name = '' } = parseAddress(address) ?? {};
  return `${collection}/${name}`;
}

const facet = (version: string, name: string, content: object): object => ({ _producer: PRODUCER, _schemaURL: `${SPEC}/facets/${version}/${name}.json#/$defs/${name}`, ...content });
/** A facet of our own: named by who made it. */
const own = (name: string, content: object): object => ({ _producer: PRODUCER, _schemaURL: `${PRODUCER}:facet:${name}`, ...content });
