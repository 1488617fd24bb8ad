import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { plainAddress } from '../guard.js';
import { partsOf } from '../source/file.dataset.js';
import { quoteName, quoteText } from '../source/postgres.connection.js';
import { type ColumnLineage, JobFailure, type StackContext } from '../stack.js';
import type { FlareOutput } from './flare.schema.js';

export interface OutputFile {
  readonly address: string;
  readonly temporary: string;
  /** `columns` tells what they are computed from: they are protected before the file can be found. */
  write(connection: DuckDBConnection, columns: readonly ColumnLineage[], context: StackContext): Promise<void>;
}

/** Where an output goes: a Parquet file beside its final place, which it takes by a rename once it is whole. */
export async function planOutput(spec: FlareOutput, context: StackContext): Promise<OutputFile> {
  const address = plainAddress(spec.dataset);
  await context.platform.requireWrite(address);
  const target = await context.platform.connect(address, 'rw');
  if (target.kind !== 'file') throw new JobFailure(`outputs go to FILE depots only; ${address} is in a ${target.kind} depot`);
  const { collection, dataset } = partsOf(address);
  const folder = join(target.root, collection);
  await mkdir(folder, { recursive: true });
  if (!(await realpath(folder)).startsWith((await realpath(target.root)) + sep)) throw new JobFailure(`${address} leads outside its depot`);
  const file = join(await realpath(folder), `${dataset}.parquet`);
  // The leading dot keeps a half-written file from being listed as a dataset; one name per dataset leaves no litter.
  const temporary = join(dirname(file), `.${dataset}.tmp`);
  return { address, temporary, write: (connection, columns, { log, platform }) => writeParquet(connection, spec, { temporary, file, address, protect: () => platform.passTags(columns) }, log) };
}

interface Target { readonly temporary: string; readonly file: string; readonly address: string; protect(this: void): Promise<void> }

async function writeParquet(connection: DuckDBConnection, spec: FlareOutput, { temporary, file, address, protect }: Target, log: (message: string) => void): Promise<void> {
  const started = performance.now();
  try {
    const reader = await connection.runAndReadAll(
      `COPY (SELECT * FROM ${quoteName(spec.name)}) TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION ${spec.options?.compressionType ?? 'snappy'})`);
    const handle = await open(temporary, 'r');
    await handle.sync().finally(() => handle.close());
    await protect();
    await rename(temporary, file);
    log(`wrote ${String(reader.getRowsJson()[0]?.[0] ?? '?')} rows to ${address} in ${Math.round(performance.now() - started)} ms`);
  } finally {
    await rm(temporary, { force: true });
  }
}
