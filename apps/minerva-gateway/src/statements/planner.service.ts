import type { DataDecision } from '@dataos/contracts-heimdall';
import type { QueryTrace } from '@dataos/contracts-minerva';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Catalogue, type KnownTable, TableChanged } from '../catalogue/catalogue.service.js';
import { assertAllowed, DecisionsService, isAllowed, type Subject, withTags } from '../catalogue/decisions.service.js';
import { type Ahead, Foresight, isForeseen } from '../catalogue/foresight.js';
import { changedSince, hasNewTags } from '../catalogue/replaced-files.js';
import type { RowsOrder } from '../engine/protocol.js';
import type { Order } from '../engine/query-engine.js';
import { type Result, traceOf } from '../lineage/query-trace.js';
import { viewOf } from '../lake/lake.service.js';
import { MetadataTables } from '../metadata/metadata-tables.service.js';
import type { Held } from '../objects/held.js';
import type { Query } from '../sql/ast.js';
import { tablesOf } from '../sql/names.js';
import { parse } from '../sql/parse/parse.js';
import { rewrite, type Rewritten } from '../sql/rewrite.js';
import { splice } from '../sql/splice/splice.js';
import type { Source, Table } from '../sql/table.js';
import { Schemas } from './schemas.service.js';
import { zoneOfSession } from './session.js';
import type { Submission } from './submission.js';

/** The tables of a query, and what policy said about those that hold data. */
export interface Decided {
  /** Data tables with their schemas. */
  readonly known: readonly KnownTable[];
  /** Names of metadata tables. */
  readonly metadata: readonly string[];
  readonly answer?: DataDecision;
  readonly policies: readonly string[];
  /** Before the catalog was asked. Milliseconds since 1970. */
  readonly since: number;
}

/** A query for the embedded engine, and what it may read by what was decided, as the engine will see it in the text. */
export interface Planned extends Rewritten {
  readonly reads: Order['reads'];
  /** The versions of all that is read, where each is known exactly, and of the policies by which it was decided. */
  readonly basis?: { readonly data: string; readonly policy: string };
  /** To be asked when rows are there, before anybody sees them. Throws where they are those of other files than were decided about, which the catalog protects more. */
  assertCurrent(this: void): Promise<void>;
}

/** What has to happen before a query runs: find its tables, ask policy once, write it anew. */
@Injectable()
export class Planner {
  private readonly foresight = new Foresight();

  constructor(private readonly catalogue: Catalogue, private readonly decisions: DecisionsService, private readonly metadata: MetadataTables, private readonly schemas: Schemas) {}

  /** Schemas, and one decision for all of them. */
  async decide(query: Query, { session, principal, subject }: Submission): Promise<Decided> {
    const since = Date.now();
    const names = tablesOf(query, session);
    // What stands behind a view is foreseen for nobody but whom it was shown to: a decision, which its subject may look up, names all it is about.
    const expected = [principal.id, ...names];
    const ahead = this.foresight.begin(expected, (tables) => this.decisions.decide(subject, tables));
    const { known, metadata, refusal } = await this.schemas.telling(this.describe(names, subject, ahead), { principal, subject });
    if (refusal !== undefined) return { known, metadata, answer: refusal, policies: policiesOf(refusal), since };
    const early = this.foresight.answerFor(expected, known, ahead);
    if (known.length === 0) return { known, metadata, policies: [], since };
    const answer = await (early ?? this.decisions.decide(subject, known));
    return { known: withTags(known, answer), metadata, answer, policies: policiesOf(answer), since };
  }

  /**
   * Views are read with the rights of who asks: the tables in them are decided like those of the query itself. What they are is looked up, and said by
   * faults and decisions, only once it is known that the view may be read. A refusal is about the views alone, whatever was asked ahead.
   */
  private async describe(wanted: readonly string[], subject: Subject, ahead: Ahead | undefined): Promise<Pick<Decided, 'known' | 'metadata'> & { refusal?: DataDecision }> {
    const metadata = new Set<string>();
    const known: KnownTable[] = [];
    for (let names = wanted, seen = new Set<string>(); names.length > 0;) {
      for (const name of names) seen.add(name);
      for (const name of names) if (this.metadata.isMetadata(name)) metadata.add(name);
      const found = await this.catalogue.describe(names.filter((name) => !metadata.has(name)));
      known.push(...found);
      names = [...new Set(found.flatMap(tablesInView))].filter((name) => !seen.has(name));
      const answer = names.length === 0 || (await isForeseen(known, ahead)) ? undefined : await this.decisions.decide(subject, known);
      if (answer !== undefined && !isAllowed(answer, known)) return { known, metadata: [...metadata], refusal: answer };
    }
    return { known, metadata: [...metadata] };
  }

  /** Throws unless policy lets the user read every table. */
  assertAllowed({ answer, known }: Decided): void {
    if (answer !== undefined) assertAllowed(answer, known);
  }

  /** The query in Trino's words: masks and filters spliced in, every other character as it was. */
  splice(text: string, decided: Decided, { session }: Submission): { sql: string } & Pick<Rewritten, 'read' | 'masks' | 'filters'> {
    this.assertAllowed(decided);
    const tables = decided.known.map(({ address, name, columns }) => ({ address, name, columns, decision: decisionOf(decided, address) }));
    const { sql } = splice(parse(text), { defaults: session, seed: randomUUID(), tables: new Map(tables.map((table) => [table.name, table])) });
    return {
      sql, read: tables.map(({ address, columns }) => ({ address, columns: columns.map(({ name }) => name) })),
      masks: tables.flatMap(({ address, decision }) => decision.masks.map(({ column, operator, policy }) => ({ table: address, column, operator, policy }))),
      filters: tables.flatMap(({ address, decision }) => decision.filters.map(({ column, operator, policy }) => ({ table: address, column, operator, policy }))),
    };
  }

  /** The query for the embedded engine. Where tables lie is asked only now: nobody learns a place he may not read from. */
  async plan(text: string, query: Query, decided: Decided, submission: Submission, held: Held): Promise<Planned> {
    this.assertAllowed(decided);
    const sources = await Promise.all(decided.known.map((table) => this.catalogue.source(table, held)));
    const rewritten = this.rewrite(text, query, decided, submission, (index) => sources[index] as Source);
    const data = versionOf(decided, sources);
    return { ...rewritten, assertCurrent: () => this.assertCurrent(decided, rewritten.files), reads: decidedReads(decided, sources, rewritten), ...(data === undefined || decided.answer === undefined ? {} : { basis: { data, policy: decided.answer.revision } }) };
  }

  /** Who makes a copy protects it first and puts it in its place then: so what was decided before may be read after. */
  private async assertCurrent({ known, since }: Decided, files: readonly string[]): Promise<void> {
    if (!(await changedSince(files, since))) return;
    const now = await this.catalogue.describe(known.map(({ name }) => name));
    const changed = known.find((table, index) => hasNewTags(table, now[index] as KnownTable));
    if (changed !== undefined) throw new TableChanged(changed.name);
  }

  /** The same for a query that will not run: it names no place and reads nothing. */
  outline(text: string, query: Query, decided: Decided, submission: Submission): Rewritten {
    return this.rewrite(text, query, decided, submission, (index) => viewIn(decided.known[index]) ?? { kind: 'listing' });
  }

  /** What of the result of a query came from where. */
  trace(query: Query, { metadata, ...decided }: Decided, { session }: Submission, result: Result): QueryTrace {
    return traceOf({ ...decided, query, defaults: session, metadata: metadata.map((name) => this.metadata.table(name)) }, result);
  }

  /** Rows of the metadata tables a query reads. */
  listings({ listings }: Rewritten, { principal, subject }: Submission): Promise<RowsOrder[]> {
    return Promise.all(listings.map((listing) => this.metadata.rows(listing, { principal, subject })));
  }

  private rewrite(text: string, query: Query, decided: Decided, { session, principal }: Submission, sourceOf: (index: number) => Source): Rewritten {
    const tables = new Map(decided.known.map(({ address, name, columns }, index): [string, Table] => [name, { address, name, columns, source: sourceOf(index), decision: decisionOf(decided, address) }]));
    for (const name of decided.metadata) tables.set(name, this.metadata.table(name));
    return rewrite({ text, query, defaults: session, user: principal.id, now: new Date(), zone: zoneOfSession(session), seed: randomUUID(), tables });
  }
}

const policiesOf = ({ tables }: DataDecision): string[] => [...new Set(tables.flatMap((table) => [...table.policies.map(({ name }) => name), ...table.dataPolicies]))];
const viewIn = (table: KnownTable | undefined): Extract<Source, { kind: 'view' }> | undefined => (table?.relation?.kind === 'view' ? viewOf(table.relation) : undefined);

function tablesInView(table: KnownTable): string[] {
  const view = viewIn(table);
  return view === undefined ? [] : tablesOf(view.query, view.defaults);
}

/** What the text may read, from the decision and not from the text; rows that come from elsewhere must be rows of a decided table. */
function decidedReads({ known, metadata }: Pick<Decided, 'known' | 'metadata'>, sources: readonly Source[], { loads, listings }: Pick<Rewritten, 'loads' | 'listings'>): Order['reads'] {
  const fetched = [...loads.map(({ table, source }) => ({ table, of: source })), ...listings.map(({ table, name }) => ({ table, of: name }))];
  const decided = new Set([...metadata, ...known.filter((_, index) => sources[index]?.kind === 'postgres').map(({ name }) => name)]);
  const stray = fetched.find(({ of }) => !decided.has(of))?.of ?? [...decided].find((name) => !fetched.some(({ of }) => of === name));
  if (stray !== undefined) throw new Error(`what is fetched of ${stray} is not what was decided`);
  return { files: [...new Set(sources.flatMap((source) => ('files' in source ? source.files : [])))], tables: fetched.map(({ table }) => table) };
}

/** The version of all rows a query reads; none where it reads nothing, or anything whose version is not known exactly. */
export function versionOf({ known, metadata }: Pick<Decided, 'known' | 'metadata'>, sources: readonly Source[]): string | undefined {
  const parts = sources.flatMap((source, index) => (source.kind === 'view' ? [] : [[known[index]?.name, 'version' in source ? source.version : undefined]]));
  return metadata.length > 0 || parts.length === 0 || parts.some(([, version]) => version === undefined) ? undefined : JSON.stringify(parts);
}

/** Should a table ever be answered twice, every filter and mask of either answer holds. */
function decisionOf({ answer }: Decided, address: string): Table['decision'] {
  const answers = answer?.tables.filter((table) => table.address === address) ?? [];
  return { filters: answers.flatMap(({ filters }) => filters), masks: answers.flatMap(({ masks }) => masks) };
}
