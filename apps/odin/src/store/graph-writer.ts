import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { createHash } from 'node:crypto';
import type { Projection } from '../graph/project.js';
import { iri, keyOf, type Quad, type Term } from '../graph/term.js';

/** Writers share this lock; the sweep of unused terms takes it alone. */
export const TERMS_LOCK = 71_084;

export interface Speaker { readonly id: string; readonly time: string }

/** PostgreSQL holds no NUL character; nothing means anything by it. */
const clean = (text: string): string => text.replaceAll('\u0000', '');
export const digestOf = (term: Term): string => createHash('sha256').update(clean(keyOf(term))).digest('base64url');

/** Writes projections: all that a source says replaces what it said before, unless a later event has spoken already. */
@Injectable()
export class GraphWriter {
  async write(tx: EntityManager, projections: readonly Projection[], event: Speaker): Promise<void> {
    for (const projection of [...projections].sort((a, b) => (a.source < b.source ? -1 : 1))) await this.replace(tx, projection, event);
  }

  private async replace(tx: EntityManager, { source, quads }: Projection, event: Speaker): Promise<void> {
    // The lock comes with the first statement, and so before any term is looked for.
    const [row] = (await tx.query(
      `INSERT INTO source (key, event_time, event_id) SELECT $1::text, $2::timestamptz, $3::uuid FROM pg_advisory_xact_lock_shared($4)
       ON CONFLICT (key) DO UPDATE SET event_time = excluded.event_time, event_id = excluded.event_id
       WHERE (source.event_time, source.event_id) <= (excluded.event_time, excluded.event_id) RETURNING id, xmax = 0 AS fresh`,
      [clean(source), event.time, event.id, TERMS_LOCK])) as { id: number; fresh: boolean }[];
    if (row === undefined) return;
    const ids = await this.idsOf(tx, quads);
    const columns = [[], [], [], []] as number[][];
    for (const { s, p, o, g } of quads) [s, p, o, iri(g)].forEach((term, at) => columns[at]?.push(ids.get(digestOf(term)) ?? 0));
    if (!row.fresh) await tx.query(
      `DELETE FROM quad WHERE source = $1 AND NOT EXISTS (
         SELECT 1 FROM unnest($2::int[], $3::int[], $4::int[], $5::int[]) AS n (s, p, o, g) WHERE n.s = quad.s AND n.p = quad.p AND n.o = quad.o AND n.g = quad.g)`,
      [row.id, ...columns]);
    await tx.query(
      `INSERT INTO quad (source, s, p, o, g) SELECT $1::int, n.* FROM unnest($2::int[], $3::int[], $4::int[], $5::int[]) AS n (s, p, o, g) ON CONFLICT DO NOTHING`,
      [row.id, ...columns]);
  }

  /** The numbers of all terms, new ones in the order of their digests so that two writers never wait for each other in a circle. */
  private async idsOf(tx: EntityManager, quads: readonly Quad[]): Promise<Map<string, number>> {
    const terms = new Map<string, Term>();
    for (const { s, p, o, g } of quads) for (const term of [s, p, o, iri(g)]) terms.set(digestOf(term), term);
    const ids = await this.known(tx, [...terms.keys()]);
    const missing = [...terms].filter(([digest]) => !ids.has(digest)).sort(([a], [b]) => (a < b ? -1 : 1));
    if (missing.length === 0) return ids;
    const literal = (read: (term: Extract<Term, { termType: 'Literal' }>) => string): string[] => missing.map(([, term]) => (term.termType === 'Literal' ? read(term) : ''));
    const added = (await tx.query(
      `INSERT INTO term (digest, kind, value, datatype, language) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT (digest) DO NOTHING RETURNING digest, id`,
      [missing.map(([digest]) => digest), missing.map(([, { termType }]) => (termType === 'NamedNode' ? 'i' : termType === 'BlankNode' ? 'b' : 'l')),
        missing.map(([, { value }]) => clean(value)), literal(({ datatype }) => datatype), literal(({ language }) => language)])) as { digest: string; id: number }[];
    for (const { digest, id } of added) ids.set(digest, id);
    if (added.length === missing.length) return ids;
    // Another writer was faster.
    for (const [digest, id] of await this.known(tx, missing.map(([digest]) => digest))) ids.set(digest, id);
    return ids;
  }

  private async known(tx: EntityManager, digests: readonly string[]): Promise<Map<string, number>> {
    const rows = (await tx.query('SELECT digest, id FROM term WHERE digest = ANY($1)', [digests])) as { digest: string; id: number }[];
    return new Map(rows.map(({ digest, id }) => [digest, id]));
  }
}
