import type { DuckDBConnection } from '@duckdb/node-api';
import { assertReads, readsOf } from '../sql/emit/tree.js';
import type { EngineOrder } from './protocol.js';

const SERIALIZE = 'SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_empty := true, skip_default := true)';
/** Statements found right lately; a dashboard sends the same again and again. Long ones are not kept. */
const KEPT = { statements: 200, characters: 20_000 };
const agreed = new Set<string>();

/**
 * Throws unless what the engine's own parser sees read in the statement is exactly what was decided for this query: a mistake of our
 * emitter ends the query before anything is read.
 */
export async function assertAsDecided(connection: DuckDBConnection, { sql, reads }: Pick<EngineOrder, 'sql' | 'reads'>): Promise<void> {
  const key = sql.length > KEPT.characters ? undefined : JSON.stringify([sql, reads.files, reads.tables]);
  if (key !== undefined && agreed.has(key)) return;
  const prepared = await connection.prepare(SERIALIZE);
  try {
    prepared.bindVarchar(1, sql);
    const [[tree] = []] = (await prepared.runAndReadAll()).getRows();
    assertReads(readsOf(String(tree)), reads);
  } catch (error) {
    // The sentence before the second colon is for the user, what follows for the audit.
    throw new Error(`TRINO:GENERIC_INTERNAL_ERROR:The query was stopped, since the engine would not read exactly what was decided: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    prepared.destroySync();
  }
  if (key === undefined) return;
  agreed.add(key);
  if (agreed.size > KEPT.statements) agreed.delete(agreed.values().next().value as string);
}
