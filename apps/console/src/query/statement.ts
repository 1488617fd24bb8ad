import { minervaApi, type TrinoColumn, type TrinoError, type TrinoResults } from '@dataos/contracts-minerva';
import type { Client } from '@dataos/contracts-core';

export type Minerva = Pick<Client<typeof minervaApi>, 'submit' | 'queuedPage' | 'page' | 'cancelQueued' | 'cancelPage'>;
export interface Answer { id: string; columns: TrinoColumn[]; rows: unknown[][]; /** More rows exist than were fetched. */ cut: boolean }

/** The query was accepted and failed; its audit record has the decision, if there was one. */
export class QueryFailed extends Error {
  constructor(readonly query: string, readonly failure: TrinoError) {
    super(failure.message);
    this.name = 'QueryFailed';
  }
}

/** The parts of a `nextUri`. It is absolute, and its host is how the engine's gateway was reached: only its path counts. */
export function pageOf(nextUri: string): { queued: boolean; params: { id: string; slug: string; token: number } } {
  const [, kind, id, slug, token] = /^\/v1\/statement\/(queued|executing)\/([^/]+)\/([^/]+)\/(\d+)$/.exec(new URL(nextUri).pathname) ?? [];
  if (id === undefined || slug === undefined) throw new Error(`The gateway named a next page that is none: ${nextUri}`);
  return { queued: kind === 'queued', params: { id: decodeURIComponent(id), slug: decodeURIComponent(slug), token: Number(token) } };
}

/** Runs one statement by the Trino protocol and collects at most `most` rows; a longer answer is cancelled there. */
export async function runStatement(minerva: Minerva, sql: string, { user, most, signal }: { user: string; most: number; signal: AbortSignal }): Promise<Answer> {
  let results: TrinoResults = await minerva.submit({ body: sql }, { signal, headers: { 'x-trino-user': user, 'x-trino-source': 'dataos-console' } });
  const answer: Answer = { id: results.id, columns: [], rows: [], cut: false };
  for (;;) {
    if (results.error !== undefined) throw new QueryFailed(results.id, results.error);
    answer.columns = results.columns ?? answer.columns;
    answer.rows.push(...(results.data ?? []));
    if (answer.rows.length > most) {
      await cancel(minerva, results.nextUri);
      return { ...answer, rows: answer.rows.slice(0, most), cut: true };
    }
    if (results.nextUri === undefined) return answer;
    const { queued, params } = pageOf(results.nextUri);
    results = await (queued ? minerva.queuedPage({ params }, { signal }) : minerva.page({ params }, { signal }));
  }
}

async function cancel(minerva: Minerva, nextUri: string | undefined): Promise<void> {
  if (nextUri === undefined) return;
  const { queued, params } = pageOf(nextUri);
  await (queued ? minerva.cancelQueued({ params }) : minerva.cancelPage({ params }));
}
