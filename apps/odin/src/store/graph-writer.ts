import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { createHash } from 'node:crypto';
import type { Projection } from '../graph/project.js';
import { iri, keyOf, type Term } from '../graph/term.js';

/** Writers share this lock; the sweep of unused terms takes it alone. */
export const TERMS_LOCK = 71_084;

/** What a source says, and the event that makes it say so. */
export interface Told extends Projection { readonly id: string; readonly time: string }

/** PostgreSQL holds no NUL character; nothing means anything by it. */
const clean = (text: string): string => text.replaceAll('\u0000', '');
export const digestOf = (term: Term): string => createHash('sha256').update(clean(keyOf(term))).digest('base64url');

/** Adds terms that are new, in the order of their digests, so that two writers never wait for each other in a circle; answers the numbers of all. */
const ADD_TERMS = `WITH added AS (INSERT INTO term (digest, kind, value, datatype, language)
    SELECT digest, kind, value, datatype, language FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS wanted (digest, kind, value, datatype, language)
    WHERE NOT EXISTS (SELECT FROM term WHERE term.digest = wanted.digest) ORDER BY digest ON CONFLICT (digest) DO NOTHING RETURNING digest, id)
  SELECT digest, id FROM added UNION ALL SELECT digest, id FROM term WHERE digest = ANY($1)`;

/** Writes projections: all that a source says replaces what it said before, unless a later event has spoken already. */
@Injectable()
export class GraphWriter {
  async write(tx: EntityManager, told: readonly Told[]): Promise<void> {
    const last = latest(told);
    const rows = await this.speaking(tx, last);
    const terms = new Map<string, Term>();
    const digested = (term: Term): string => {
      const digest = digestOf(term);
      terms.set(digest, term);
      return digest;
    };
    const spoken = last.flatMap(({ source, quads }) => {
      const row = rows.get(clean(source));
      return row === undefined ? [] : quads.map(({ s, p, o, g }) => ({ source: row.id, terms: [s, p, o, iri(g)].map(digested) }));
    });
    const columns = columnsOf(spoken, await this.idsOf(tx, terms));
    if (spoken.length > 0) await tx.query(
      `INSERT INTO quad (source, s, p, o, g) SELECT n.source, n.s, n.p, n.o, n.g FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[]) AS n (source, s, p, o, g) ON CONFLICT DO NOTHING`, columns);
    const again = [...rows.values()].filter(({ fresh }) => !fresh).map(({ id }) => id);
    if (again.length > 0) await tx.query(
      `DELETE FROM quad WHERE source = ANY($6) AND NOT EXISTS (SELECT FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[]) AS n (source, s, p, o, g)
         WHERE n.source = quad.source AND n.s = quad.s AND n.p = quad.p AND n.o = quad.o AND n.g = quad.g)`, [...columns, again]);
  }

  /** The sources of which no later event has spoken; `fresh`: nothing was ever said by it. */
  private async speaking(tx: EntityManager, told: readonly Told[]): Promise<Map<string, { id: number; fresh: boolean }>> {
    // The lock comes with the first statement, and so before any term is looked for.
    const rows = (await tx.query(
      `INSERT INTO source (key, event_time, event_id) SELECT told.key, told.at, told.id FROM pg_advisory_xact_lock_shared($4), unnest($1::text[], $2::timestamptz[], $3::uuid[]) AS told (key, at, id)
       ON CONFLICT (key) DO UPDATE SET event_time = excluded.event_time, event_id = excluded.event_id
       WHERE (source.event_time, source.event_id) <= (excluded.event_time, excluded.event_id) RETURNING key, id, xmax = 0 AS fresh`,
      [told.map(({ source }) => clean(source)), told.map(({ time }) => time), told.map(({ id }) => id), TERMS_LOCK])) as { key: string; id: number; fresh: boolean }[];
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** The numbers of terms. */
  private async idsOf(tx: EntityManager, wanted: ReadonlyMap<string, Term>): Promise<Map<string, number>> {
    if (wanted.size === 0) return new Map();
    const terms = [...wanted.values()];
    const literal = (read: (term: Extract<Term, { termType: 'Literal' }>) => string): string[] => terms.map((term) => (term.termType === 'Literal' ? read(term) : ''));
    const added = (): Promise<{ digest: string; id: number }[]> => tx.query(ADD_TERMS, [
      [...wanted.keys()], terms.map(({ termType }) => (termType === 'NamedNode' ? 'i' : termType === 'BlankNode' ? 'b' : 'l')), terms.map(({ value }) => clean(value)),
      literal(({ datatype }) => datatype), literal(({ language }) => language),
    ]);
    let rows = await added();
    // A term that another writer adds meanwhile is seen by the next statement only.
    if (rows.length < wanted.size) rows = await added();
    if (rows.length !== wanted.size) throw new Error('a term is not there');
    return new Map(rows.map(({ digest, id }) => [digest, id]));
  }
}

/** A statement of a source, its terms by their digests. */
interface Spoken { readonly source: number; readonly terms: readonly string[] }

/** Statements column by column, as `unnest` takes them. */
const columnsOf = (spoken: readonly Spoken[], numbers: ReadonlyMap<string, number>): number[][] =>
  [spoken.map(({ source }) => source), ...[0, 1, 2, 3].map((column) => spoken.map(({ terms }) => numbers.get(terms[column] as string) as number))];

/** What each source says in the end, in the order of the sources, so that two writers never wait for each other in a circle. */
function latest(told: readonly Told[]): Told[] {
  const last = new Map<string, Told>();
  for (const one of told) {
    const known = last.get(clean(one.source));
    const [at, before] = [Date.parse(one.time), Date.parse(known?.time ?? '')];
    if (known === undefined || at > before || (at === before && one.id >= known.id)) last.set(clean(one.source), one);
  }
  return [...last.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}
