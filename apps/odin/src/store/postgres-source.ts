import type { QueryRunner } from 'typeorm';
import { blank, iri, literal, type Term } from '../graph/term.js';
import type { Budget } from '../sparql/budget.js';
import type { Match, Statement, StatementSource } from '../sparql/source.js';
import { digestOf } from './graph-writer.js';

interface TermFields { readonly id: number; readonly kind: string; readonly value: string; readonly datatype: string; readonly language: string }

/** The graphs of one answer: those of its default graph and those it may name. */
export interface Dataset { readonly defaults: readonly string[]; readonly named: readonly string[] }

/**
 * The statements in PostgreSQL, read within one transaction, so that a query sees one state of the graph. Only the graphs of its
 * dataset exist for it.
 */
export class PostgresSource implements StatementSource {
  private readonly terms = new Map<number, Term>();
  private readonly ids = new Map<string, number | undefined>();

  constructor(private readonly runner: QueryRunner, private readonly dataset: Dataset, private readonly budget: Budget) {}

  graphs(): readonly string[] {
    return this.dataset.named;
  }

  async match(pattern: Match, graph?: string): Promise<Statement[]> {
    this.budget.checkTime();
    const graphs = graph === undefined ? this.dataset.defaults : this.dataset.named.filter((name) => name === graph);
    const given = [['s', pattern.s], ['p', pattern.p], ['o', pattern.o], ['g', graphs.map((name) => iri(name))]] as const;
    await this.lookUp(given.flatMap(([, terms]) => terms ?? []));
    const conditions: string[] = [];
    const parameters: number[][] = [];
    for (const [column, terms] of given) {
      if (terms === undefined) continue;
      const ids = terms.flatMap((term) => this.ids.get(digestOf(term)) ?? []);
      // A term nobody ever used cannot be in a statement.
      if (ids.length === 0) return [];
      parameters.push(ids);
      conditions.push(`${column} = ANY($${parameters.length})`);
    }
    const most = this.budget.remaining + 1;
    const rows = (await this.runner.query(`SELECT DISTINCT s, p, o FROM quad WHERE ${conditions.join(' AND ')} LIMIT ${most}`, parameters)) as { s: number; p: number; o: number }[];
    await this.decode(rows.flatMap(({ s, p, o }) => [s, p, o]));
    return rows.map(({ s, p, o }) => ({ s: this.term(s), p: this.term(p), o: this.term(o) }));
  }

  private term(id: number): Term {
    const term = this.terms.get(id);
    if (term === undefined) throw new Error(`statement names the unknown term ${id}`);
    return term;
  }

  private async lookUp(terms: readonly Term[]): Promise<void> {
    const wanted = new Map(terms.map((term) => [digestOf(term), term]).filter(([digest]) => !this.ids.has(digest as string)) as [string, Term][]);
    if (wanted.size === 0) return;
    const rows = (await this.runner.query('SELECT digest, id FROM term WHERE digest = ANY($1)', [[...wanted.keys()]])) as { digest: string; id: number }[];
    for (const digest of wanted.keys()) this.ids.set(digest, undefined);
    for (const { digest, id } of rows) {
      this.ids.set(digest, id);
      const term = wanted.get(digest);
      if (term !== undefined) this.terms.set(id, term);
    }
  }

  private async decode(ids: readonly number[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.terms.has(id));
    if (wanted.length === 0) return;
    const rows = (await this.runner.query('SELECT id, kind, value, datatype, language FROM term WHERE id = ANY($1)', [wanted])) as TermFields[];
    for (const row of rows) this.terms.set(row.id, toTerm(row));
  }
}

const toTerm = ({ kind, value, datatype, language }: TermFields): Term =>
  kind === 'i' ? iri(value) : kind === 'b' ? blank(value) : literal(value, datatype, language);
