import type { Database } from './database.js';
import { rowsSql } from './output.js';
import type { EngineOrder, EnginePage } from './protocol.js';

const PAGE_BYTES = 1_000_000;

/**
 * Runs a query to its end and reads its rows by the engine's chunks, each row JSON text already. More to do for a row than with the pipe, but
 * nothing to set up: the way for queries that read no data and make no rows, most of which have one. Gives the pages to `page`, which sets the pace. Chunks of
 * a query that still runs would come sooner, but end without a word when it fails. The database keeps the statement: what tools send again and
 * again to see whether we are alive is planned once.
 */
export async function chunkedResult({ connection, statements }: Database, { columns, sql }: Pick<EngineOrder, 'columns' | 'sql'>, page: (page: EnginePage) => Promise<void>): Promise<void> {
  const text = rowsSql(sql, columns);
  // More than one statement in it cannot be prepared.
  const prepared = statements.take(text) ?? await connection.prepare(text);
  let isWell = false;
  const result = await prepared.run().then((made) => {
    isWell = true;
    return made;
  }).finally(() => (isWell ? statements.keep(text, prepared) : prepared.destroySync()));
  let rows: string[] = [];
  let size = 0;
  for (let left = result.rowCount; left > 0;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) throw new Error(`the result ends ${left} rows too soon`);
    for (const row of chunk.getColumnValues(0) as string[]) {
      rows.push(row);
      size += row.length;
    }
    left -= chunk.rowCount;
    const last = left === 0;
    if (!last && size < PAGE_BYTES) continue;
    await page({ json: Buffer.from(rows.join(',')), rows: rows.length, ...(last ? { last } : {}) });
    rows = [];
    size = 0;
  }
}
