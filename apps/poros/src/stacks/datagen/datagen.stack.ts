import { parseAddress } from '@dataos/contracts-core';
import { requireFullAccess } from '../guard.js';
import { rowsOf, withEngine } from '../source/duckdb.engine.js';
import { findFileDataset } from '../source/file.dataset.js';
import { quoteName } from '../source/postgres.connection.js';
import { defineStack, JobFailure, type StackContext } from '../stack.js';
import { type Cell, generateRows, type ReferenceRows } from './datagen.generator.js';
import { DatagenSpec } from './datagen.schema.js';
import { columnType, replaceTable } from './datagen.writer.js';

/** Fills tables of a Postgres depot with made-up rows that depend on the seed only. */
export const datagenStack = defineStack({
  name: 'datagen',
  versions: ['1.0'],
  schema: DatagenSpec,
  async run(spec, context) {
    const { depot, collection = '' } = parseAddress(spec.output) ?? { depot: '' };
    const outputs = spec.tables.map((table) => `dataos://${depot}:${collection}/${table.name}`);
    for (const output of outputs) await context.platform.requireWrite(output);
    const target = await context.platform.connect(spec.output, 'rw');
    if (target.kind !== 'postgres') throw new JobFailure(`datagen writes to Postgres depots only; ${spec.output} is a ${target.kind} depot`);
    const { rows: references, types } = await loadReferences(spec, context);
    const columns = lineageOf(spec, outputs);
    await context.platform.passTags(columns);
    for (const table of spec.tables) {
      const started = performance.now();
      const made = Object.values(table.columns);
      const columnTypes = made.map((column) => columnType(column, column.reference && types.get(`${column.reference.name}.${column.reference.column}`)));
      await replaceTable(target, { schema: collection, table, types: columnTypes }, generateRows(spec, table, references), context.signal);
      context.log(`wrote ${table.rows} rows to ${collection}.${table.name} in ${Math.round(performance.now() - started)} ms`);
    }
    return { inputs: Object.values(spec.references).map(({ dataset }) => dataset), outputs, columns };
  },
});

function lineageOf(spec: DatagenSpec, outputs: readonly string[]) {
  return spec.tables.flatMap((table, index) => Object.entries(table.columns).flatMap(([name, { reference }]) => {
    const dataset = reference === undefined ? undefined : spec.references[reference.name]?.dataset;
    return dataset === undefined ? [] : [{ output: `${outputs[index]}#${name}`, inputs: [`${dataset}#${reference?.column}`] }];
  }));
}

const postgresTypes: Readonly<Record<string, string>> = {
  BIGINT: 'bigint', INTEGER: 'integer', SMALLINT: 'integer', DOUBLE: 'double precision', FLOAT: 'double precision',
  BOOLEAN: 'boolean', DATE: 'date', TIMESTAMP: 'timestamp',
};

/** Samples the referenced datasets; one thread and a fixed seed make the sample the same each time. */
async function loadReferences(spec: DatagenSpec, context: StackContext): Promise<{ rows: ReferenceRows; types: Map<string, string> }> {
  const rows = new Map<string, Record<string, Cell>[]>();
  const types = new Map<string, string>();
  for (const [name, reference] of Object.entries(spec.references)) {
    await requireFullAccess(context.platform, [reference.dataset], new Map([[reference.dataset, reference.columns]]));
    const source = await context.platform.connect(reference.dataset, 'r');
    if (source.kind !== 'file') throw new JobFailure(`the reference ${name} must be a dataset of a FILE depot`);
    const { file, scan } = await findFileDataset(source.root, reference.dataset);
    const columns = reference.columns.map(quoteName).join(', ');
    await withEngine({ workFolder: context.workFolder, files: [file], threads: 1 }, context.signal, async (connection) => {
      for (const column of await rowsOf(connection, `DESCRIBE SELECT ${columns} FROM ${scan}`)) {
        types.set(`${name}.${String(column['column_name'])}`, postgresTypes[String(column['column_type'])] ?? 'text');
      }
      const sample = `SELECT ${columns} FROM ${scan} USING SAMPLE reservoir(${reference.rows} ROWS) REPEATABLE (${Math.abs(spec.seed)})`;
      rows.set(name, (await rowsOf(connection, sample)) as Record<string, Cell>[]);
    });
    if (rows.get(name)?.length === 0) throw new JobFailure(`the reference ${name} (${reference.dataset}) has no rows`);
    context.log(`sampled ${rows.get(name)?.length} rows of ${reference.dataset}`);
  }
  return { rows, types };
}
