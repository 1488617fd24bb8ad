import type { DuckDBConnection } from '@duckdb/node-api';
import { plainAddress, requireFullAccess } from '../guard.js';
import { rowsOf, withEngine } from '../source/duckdb.engine.js';
import { type FileDataset, findFileDataset } from '../source/file.dataset.js';
import { quoteName } from '../source/postgres.connection.js';
import { loadPostgresTable, type PostgresColumn, readPostgresColumns } from '../source/postgres.reader.js';
import { type ColumnLineage, defineStack, JobFailure, type Source, type StackContext } from '../stack.js';
import { readViews, traceColumns, UnsafeSql, type ColumnOrigins } from './flare.lineage.js';
import { FlareSpec, type FlareOutput } from './flare.schema.js';
import { type OutputFile, planOutput } from './flare.writer.js';

type OpenInput = { readonly name: string; readonly address: string } & (
  | { readonly file: FileDataset }
  | { readonly source: Extract<Source, { kind: 'postgres' }>; readonly columns: readonly PostgresColumn[] });

/** Runs declarative Flare jobs (inputs, SQL steps, outputs) on DuckDB. */
export const flareStack = defineStack({
  name: 'flare',
  versions: ['7.0', '6.0', '5.0', '4.0', '3.0'],
  schema: FlareSpec,
  async run({ job }, context) {
    const inputs = await openInputs(job.inputs, context);
    const outputs: (OutputFile & { spec: FlareOutput })[] = [];
    for (const spec of job.outputs) outputs.push({ spec, ...(await planOutput(spec, context)) });
    const files = [...inputs.flatMap((input) => ('file' in input ? [input.file.file] : [])), ...outputs.map(({ temporary }) => temporary)];
    return withEngine({ workFolder: context.workFolder, files }, context.signal, async (connection) => {
      await requirePolicies(connection, inputs, context);
      const views = new Map<string, ColumnOrigins>();
      for (const input of inputs) views.set(input.name.toLowerCase(), await loadInput(connection, input, context));
      for (const step of job.steps.flatMap(({ sequence }) => sequence)) {
        views.set(step.name.toLowerCase(), await defineStep(connection, step, views));
      }
      const columns: ColumnLineage[] = [];
      for (const { address, spec, write } of outputs) {
        const origins = views.get(spec.name.toLowerCase());
        // By the names they have in the file: tags are found by them.
        const made = (await columnsOf(connection, `SELECT * FROM ${quoteName(spec.name)}`)).map((name) => ({ output: `${address}#${name}`, inputs: origins?.get(name.toLowerCase()) ?? [] }));
        await write(connection, made, context);
        columns.push(...made);
      }
      return {
        inputs: inputs.map(({ address }) => address),
        outputs: outputs.map(({ address }) => address),
        columns,
      };
    });
  },
});

async function openInputs(inputs: FlareSpec['job']['inputs'], context: StackContext): Promise<OpenInput[]> {
  const opened: OpenInput[] = [];
  for (const { name, dataset } of inputs) {
    const address = plainAddress(dataset);
    const source = await context.platform.connect(address, 'r');
    opened.push(source.kind === 'file'
      ? { name, address, file: await findFileDataset(source.root, address) }
      : { name, address, source, columns: await readPostgresColumns(source, address, context.signal) });
  }
  return opened;
}

/** Asks before a single row is read. */
async function requirePolicies(connection: DuckDBConnection, inputs: readonly OpenInput[], { platform }: StackContext): Promise<void> {
  const actual = new Map<string, string[]>();
  for (const input of inputs) actual.set(input.address, 'file' in input ? await columnsOf(connection, `SELECT * FROM ${input.file.scan}`) : input.columns.map(({ name }) => name));
  await requireFullAccess(platform, [...actual.keys()], actual);
}

async function loadInput(connection: DuckDBConnection, input: OpenInput, context: StackContext): Promise<ColumnOrigins> {
  const started = performance.now();
  if ('file' in input) await connection.run(`CREATE VIEW ${quoteName(input.name)} AS SELECT * FROM ${input.file.scan}`);
  else await loadPostgresTable(connection, input.source, { address: input.address, columns: input.columns, target: input.name, workFolder: context.workFolder }, context.signal);
  const names = await columnsOf(connection, `SELECT * FROM ${quoteName(input.name)}`);
  context.log(`input ${input.name} is ${input.address} (${Math.round(performance.now() - started)} ms)`);
  return new Map(names.map((name) => [name.toLowerCase(), [`${input.address}#${name}`]]));
}

async function defineStep(connection: DuckDBConnection, step: { name: string; sql: string }, views: ReadonlyMap<string, ColumnOrigins>): Promise<ColumnOrigins> {
  const ast = await parseSelect(connection, step);
  let read;
  try {
    read = readViews(ast, new Set(views.keys()));
  } catch (error) {
    throw error instanceof UnsafeSql ? new JobFailure(`step ${step.name}: ${error.message}`) : error;
  }
  const sql = step.sql.trim().replace(/;\s*$/, '');
  try {
    await connection.run(`CREATE VIEW ${quoteName(step.name)} AS ${sql}`);
  } catch (error) {
    throw new JobFailure(`step ${step.name}: ${(error as Error).message}`);
  }
  return traceColumns(ast, await columnsOf(connection, `SELECT * FROM ${quoteName(step.name)}`), views, read);
}

/** The parse tree of a step, which must be one SELECT statement. */
async function parseSelect(connection: DuckDBConnection, step: { name: string; sql: string }): Promise<unknown> {
  const reader = await connection.runAndReadAll('SELECT json_serialize_sql($1::VARCHAR) AS tree', [step.sql]);
  const tree = JSON.parse(String(reader.getRowObjectsJson()[0]?.['tree'])) as { error: boolean; error_message?: string; statements?: unknown[] };
  if (tree.error || tree.statements?.length !== 1) throw new JobFailure(`step ${step.name} must be one SELECT statement${tree.error_message === undefined ? '' : `: ${tree.error_message}`}`);
  return tree;
}

async function columnsOf(connection: DuckDBConnection, query: string): Promise<string[]> {
  return (await rowsOf(connection, `DESCRIBE ${query}`)).map((row) => String(row['column_name']));
}
