import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { MinervaConfig } from '../config.js';
import type { ColumnEncoding } from '../engine/output.js';
import type { EngineRun } from '../engine/query-engine.js';
import { ResultCache } from '../engine/result-cache.js';
import type { Planned } from './planner.service.js';

/** What may be kept of a query: its answer, where there is one already, or what its run brings. */
export interface Keepable { readonly answer?: EngineRun; keep(run: EngineRun): EngineRun }

/**
 * Functions of the engine whose answer depends on more than what they are given. `error` is not among them: it always fails alike. A
 * text that only quotes such a name is not kept either, which costs nothing but time.
 */
export const UNSTEADY = /\b(current_connection_id|current_database|current_date|current_query|current_query_id|current_schema|current_schemas|current_transaction_id|currval|gen_random_uuid|get_current_time|get_current_timestamp|in_search_path|nextval|now|random|setseed|sleep_ms|stats|today|transaction_timestamp|txid_current|uuid|uuidv4|uuidv7|write_log)\s*\(|\bsample\b/i;

type Known = Pick<Planned, 'sql' | 'reads' | 'repeatable' | 'basis'>;

/** Everything an answer depends on; nothing where it depends on more than that. */
export function keyOf({ sql, reads, repeatable, basis }: Known, columns: readonly ColumnEncoding[]): string | undefined {
  if (basis === undefined || !repeatable || UNSTEADY.test(sql)) return undefined;
  return createHash('sha256').update(JSON.stringify([sql, reads, basis, columns])).digest('base64');
}

/** Answers that are given again, where the gateway was told to keep some. They are asked for after the decision, with what came of it. */
@Injectable()
export class KeptResults {
  private readonly cache: ResultCache | undefined;

  constructor(@Inject(CONFIG) { RESULT_CACHE_SIZE: size }: MinervaConfig) {
    this.cache = size === undefined ? undefined : new ResultCache(Number.parseInt(size, 10) * (size.endsWith('GB') ? 1e9 : 1e6));
  }

  find(planned: Known, columns: readonly ColumnEncoding[]): Keepable | undefined {
    const { cache } = this;
    const { basis } = planned;
    const key = cache === undefined || basis === undefined ? undefined : keyOf(planned, columns);
    if (cache === undefined || basis === undefined || key === undefined) return undefined;
    const answer = cache.get(key, basis.policy);
    return answer === undefined ? { keep: (run) => cache.recording(key, basis.policy, run) } : { answer, keep: (run) => run };
  }
}
