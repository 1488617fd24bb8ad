import { type AccessControl, formatAddress } from '@dataos/contracts-core';
import { ACCESS } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { addressOf } from '../catalogue/address.js';
import { assertAllowed, DecisionsService, withTags } from '../catalogue/decisions.service.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { Lake, type Relation, viewOf } from '../lake/lake.service.js';
import * as files from '../lake/lake-files.js';
import { traceOfRename } from '../lineage/query-trace.js';
import { Listing } from '../metadata/listing.service.js';
import type { TableName } from '../sql/ast.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import { qualify } from '../sql/names.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import type { Rewritten } from '../sql/rewrite.js';
import { parseType } from '../sql/types/type.js';
import { type Answer, update } from './answer.js';
import { assertKept, assertSteady, changeOf } from './change.js';
import { Planner } from './planner.service.js';
import type { Submission } from './submission.js';
import { type Changing, checkProperties, type Column, columnsOf, type Made, matched, stored, tagsFrom, type Target, type WithRows, written, type Writing } from './writing.js';

type Of<Kind extends Writing['kind']> = Extract<Writing, { kind: Kind }>;
type Verb = 'create' | 'write' | 'delete';

/** Writes into managed depots. Policy is asked for each table that is changed; what is read is decided as in any query. */
@Injectable()
export class Writes {
  constructor(
    private readonly planner: Planner,
    private readonly catalogue: Catalogue,
    private readonly decisions: DecisionsService,
    private readonly lake: Lake,
    private readonly listing: Listing,
    @Inject(ACCESS) private readonly access: AccessControl,
  ) {}

  /** Where the rows of a statement go; `undefined` where there is nothing to do, since the table is there already. */
  async target(text: string, statement: WithRows, submission: Submission): Promise<Target | undefined> {
    const name = this.name(statement.table, submission);
    const may = async (): Promise<void> => { for (const verb of verbsOf(statement)) await this.may(verb, name, submission); };
    await may();
    const target = await this.place(text, statement, name, submission);
    return target === undefined ? undefined : { ...target, may };
  }

  private async place(text: string, statement: WithRows, name: string, submission: Submission): Promise<Omit<Target, 'may'> | undefined> {
    if (statement.kind === 'insert') return this.insertion(text, statement, name, submission);
    if (statement.kind === 'update' || statement.kind === 'delete' || statement.kind === 'truncate' || statement.kind === 'merge') return this.change(text, statement, name);
    checkProperties(statement.properties);
    if (statement.replace && statement.ifNotExists) throw new TrinoFailure('SYNTAX_ERROR', "'CREATE OR REPLACE' and 'IF NOT EXISTS' cannot be used together");
    const place = await this.lake.place(name);
    if (await this.isThere(name)) {
      if (statement.ifNotExists) return undefined;
      if (!statement.replace) throw files.exists(place);
      const found = (await this.lake.find([name])).get(name);
      if (found?.kind === 'view') throw new TrinoFailure('TABLE_ALREADY_EXISTS', `View already exists: '${name}'`);
      if (found === undefined) throw notSupported(`Replacing ${name}, which was not created through this gateway,`);
    }
    return statement.kind === 'create-table' ? this.emptyTable(statement, name, submission) : this.newTable(text, statement, name, submission);
  }

  async answer(text: string, statement: Writing, submission: Submission): Promise<Answer> {
    const answer = await this.alter(text, statement, submission);
    this.listing.forget();
    return answer;
  }

  private alter(text: string, statement: Writing, submission: Submission): Promise<Answer> {
    switch (statement.kind) {
      case 'create-view': return this.createView(text, statement, submission);
      case 'create-schema': case 'drop-schema': return this.schema(statement, submission);
      case 'drop': return this.drop(statement, submission);
      case 'alter-table': return this.rename(statement, submission);
      default: return Promise.resolve({ ...update('CREATE TABLE'), writes: [] });
    }
  }

  private async newTable(text: string, statement: Of<'create-table-as'>, name: string, { principal }: Submission): Promise<Omit<Target, 'may'>> {
    const staged = await files.stage(await this.lake.place(name));
    const query = statement.withData ? statement.query : { ...statement.query, limit: '0' };
    let relation: Relation | undefined;
    return {
      kind: statement.kind, name, text, query, updateType: 'CREATE TABLE', abandon: () => files.abandon(staged),
      order: (rewritten, known) => {
        if (statement.replace) assertShown(rewritten, name, 'CREATE OR REPLACE TABLE');
        const columns = columnsOf(rewritten, statement.columns);
        relation = { name, kind: 'table', columns, columnTags: tagsFrom(rewritten, known, (index) => columns[index]?.name), owner: principal.id };
        return { file: staged.file, columns: written(columns, (_, index) => index + 1) };
      },
      publish: (made) => this.made(given(relation), staged, statement.replace, made),
    };
  }

  private async emptyTable({ columns, like, replace }: Of<'create-table'>, name: string, { principal }: Submission): Promise<Omit<Target, 'may'>> {
    if (like.length > 0) throw notSupported('CREATE TABLE with LIKE');
    const kept = columns.map((column): Column => {
      if (!column.nullable || column.default !== undefined || column.properties.length > 0) throw notSupported('A column with NOT NULL, DEFAULT or properties');
      if (/^char\b/.test(column.type)) throw notSupported('A column of the type char');
      return { name: column.name.toLowerCase(), type: stored(parseType(column.type).type, column.name) };
    });
    columnsOf({ columns: kept.map((column) => ({ name: column.name, named: true, type: parseType(column.type).type, origins: [] })) }, undefined);
    const relation: Relation = { name, kind: 'table', columns: kept, columnTags: {}, owner: principal.id };
    const staged = await files.stage(await this.lake.place(name));
    const text = 'SELECT 1 WHERE false';
    const query = parseStatement(text);
    if (query.kind !== 'query') throw new Error('not a query');
    return {
      kind: 'create-table', name, text, query, updateType: 'CREATE TABLE', abandon: () => files.abandon(staged),
      order: () => ({ file: staged.file, columns: written(kept, () => undefined) }),
      publish: (made) => this.made(relation, staged, replace, made),
    };
  }

  private async insertion(text: string, statement: Of<'insert'>, name: string, submission: Submission): Promise<Omit<Target, 'may'>> {
    const [table] = await this.catalogue.describe([name]);
    if (table?.relation?.kind !== 'table') throw notSupported(`Writing into ${name}, which was not created through this gateway,`);
    const { relation } = table;
    const { tables } = await this.decisions.decide(submission.subject, [table]);
    // A row that its writer may not see could be neither checked nor taken back.
    if (tables.some(({ filters }) => filters.length > 0)) throw notSupported('INSERT into a table of which policy hides rows from you');
    const staged = await files.stage(await this.lake.place(name));
    let tags: Record<string, string[]> = {};
    return {
      kind: 'insert', name, text, query: statement.query, updateType: 'INSERT', abandon: () => files.abandon(staged),
      order: (rewritten: Rewritten, known) => {
        const places = matched(rewritten, relation.columns, statement.columns);
        const byPlace = new Map([...places].map(([column, from]) => [from, column]));
        tags = tagsFrom(rewritten, known, (index) => byPlace.get(index + 1));
        return { file: staged.file, columns: written(relation.columns, (column) => places.get(column)) };
      },
      publish: () => this.published(() => this.lake.append({ ...relation, columnTags: tags }, staged)),
    };
  }

  /** Other rows in place of all: who writes them must see all of them as they are, or what is hidden from him would be lost. */
  private async change(text: string, statement: Changing, name: string): Promise<Omit<Target, 'may'>> {
    const [table] = await this.catalogue.describe([name]);
    if (table?.relation?.kind !== 'table') throw notSupported(`Changing ${name}, which was not created through this gateway,`);
    const { relation } = table;
    const { query, counts, updateType } = changeOf(statement, name, relation.columns.map((column) => column.name));
    const place = await this.lake.place(name);
    const staged = await files.stage(place);
    let tags: Record<string, string[]> = {};
    return {
      kind: statement.kind, name, text, query, counts, updateType, abandon: () => files.abandon(staged),
      order: (rewritten, known) => {
        assertShown(rewritten, name, updateType);
        if (statement.kind === 'merge') assertSteady(rewritten);
        const places = matched(rewritten, relation.columns, undefined);
        tags = tagsFrom(rewritten, known, (index) => relation.columns[index]?.name);
        return { file: staged.file, columns: written(relation.columns, (column) => places.get(column)) };
      },
      publish: async ({ written: rows, files: read, counted }) => {
        if (counted === undefined) throw new Error('rows would be replaced that nobody counted');
        const [own, others] = [await files.ownOf(place, read), await files.ownOf(place, counted.files)];
        if (own.join('\n') !== others.join('\n')) throw files.changedMeanwhile(place);
        assertKept(statement, rows, counted);
        if (counted.changed === 0) return files.abandon(staged);
        await this.published(() => this.lake.replace({ ...relation, columnTags: tags }, staged, own));
      },
    };
  }

  /** A view is kept as its text. Whoever makes it must be able to read what it reads; whoever reads it as well. */
  private async createView(text: string, statement: Of<'create-view'>, submission: Submission): Promise<Answer> {
    if (statement.materialized) throw notSupported('A materialized view');
    if (statement.properties.length > 0) throw notSupported('A property of a view');
    const name = this.name(statement.table, submission);
    const decision = await this.may('create', name, submission);
    const decided = await this.planner.decide(statement.query, submission);
    this.planner.assertAllowed(decided);
    const outline = this.planner.outline(text, statement.query, decided, submission);
    const { catalog = null, schema = null } = submission.session;
    const sql = text.slice(statement.query.at, statement.query.end);
    const relation = { name, kind: 'view' as const, columns: columnsOf(outline, undefined), columnTags: {}, sql, catalog, schema, owner: submission.principal.id };
    // What is kept must read as what was sent, or later queries would be decided for another text.
    if (!isDeepStrictEqual(withoutPlaces(viewOf(relation).query), withoutPlaces(statement.query))) throw new Error(`the query of the view ${name} does not read alone as it does in its statement`);
    await this.lake.putView(relation, statement.replace);
    const columns = relation.columns.map((column, index) => ({ ...column, from: index + 1 }));
    const result = { columns, width: columns.length, output: { address: addressOf(name), kind: 'view' as const, change: 'create' as const } };
    return {
      ...update('CREATE VIEW'), ...decision, reads: [...outline.read], writes: [{ address: addressOf(name), columns: columns.map((column) => column.name) }],
      tracing: { writes: true, make: () => this.planner.trace(statement.query, decided, submission, result) },
    };
  }

  private async schema({ kind, name: parts, ifExists, cascade, properties }: Of<'create-schema' | 'drop-schema'>, submission: Submission): Promise<Answer> {
    const [schema = '', catalog = submission.session.catalog] = parts.toReversed();
    if (catalog === undefined) throw new TrinoFailure('MISSING_CATALOG_NAME', 'Catalog must be specified when session catalog is not set');
    if (parts.length > 2) throw new TrinoFailure('SYNTAX_ERROR', `Too many parts in schema name: ${parts.join('.')}`);
    if (cascade) throw notSupported('DROP SCHEMA with CASCADE');
    if (properties.length > 0) throw notSupported('A property of a schema');
    const making = kind === 'create-schema';
    const decision = await this.ask(making ? 'create' : 'delete', formatAddress({ depot: catalog, collection: schema }), `schema ${catalog}.${schema}`, submission);
    const root = await this.lake.root(catalog);
    if (!making && (await this.lake.views(catalog)).some((view) => view.name.startsWith(`${catalog}.${schema}.`))) throw new TrinoFailure('SCHEMA_NOT_EMPTY', `Cannot drop non-empty schema '${schema}'`);
    const done = making ? await files.createSchema(root, schema) : await files.dropSchema(root, schema);
    if (!done && !ifExists) throw making ? new TrinoFailure('SCHEMA_ALREADY_EXISTS', `Schema '${catalog}.${schema}' already exists`) : new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${catalog}.${schema}' does not exist`);
    return { ...update(making ? 'CREATE SCHEMA' : 'DROP SCHEMA'), ...decision, ...(done ? {} : { writes: [] }) };
  }

  private async drop({ object, table, ifExists }: Of<'drop'>, submission: Submission): Promise<Answer> {
    if (object === 'materialized view') throw notSupported('A materialized view');
    const name = this.name(table, submission);
    const decision = await this.may('delete', name, submission);
    const found = (await this.lake.find([name])).get(name);
    const right = object === 'view' ? found?.kind === 'view' : found?.kind !== 'view' && (await this.isThere(name));
    if (right) await this.lake.drop(name, object);
    else if (!ifExists || found?.kind === 'view') throw new TrinoFailure('TABLE_NOT_FOUND', `${object === 'view' ? 'View' : 'Table'} '${name}' does not exist`);
    return { ...update(object === 'view' ? 'DROP VIEW' : 'DROP TABLE'), ...decision, ...(right ? {} : { writes: [] }) };
  }

  /**
   * A table under another name may stand under other policies, so that only who sees all of it may give it one; the tags of its columns
   * go with it.
   */
  private async rename({ object, table, action, to }: Of<'alter-table'>, submission: Submission): Promise<Answer> {
    if (action !== 'rename' || to === undefined || object === 'materialized view') throw notSupported(`ALTER ${object.toUpperCase()} other than RENAME TO`);
    const [from, target] = [this.name(table, submission), this.name(to, submission)];
    if (from.split('.')[0] !== target.split('.')[0]) throw notSupported('A rename into another catalog');
    await this.may('delete', from, submission);
    const decision = await this.may('create', target, submission);
    const [known] = await this.catalogue.describe([from]);
    if (known?.relation?.kind !== object) throw new TrinoFailure('TABLE_NOT_FOUND', `${object === 'view' ? 'View' : 'Table'} '${from}' does not exist`);
    const answer = await this.decisions.decide(submission.subject, [known]);
    assertAllowed(answer, [known]);
    if (answer.tables.some(({ filters, masks }) => filters.length > 0 || masks.some(({ operator }) => operator !== 'pass_through'))) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot rename ${from}, of which policy hides something from you (decision ${answer.decision})`);
    if (await this.isThere(target)) throw new TrinoFailure('TABLE_ALREADY_EXISTS', `Table '${target}' already exists`);
    const columnTags = Object.fromEntries(withTags([known], answer).flatMap(({ columns }) => columns).filter(({ tags }) => tags.length > 0).map((column) => [column.name, [...column.tags]]));
    await this.lake.rename(from, { ...known.relation, name: target, columnTags });
    return { ...update(object === 'view' ? 'RENAME VIEW' : 'RENAME TABLE'), ...decision, tracing: { writes: true, make: () => traceOfRename(known, addressOf(target), object) } };
  }

  private async made(relation: Relation, staged: files.Staged, replace: boolean, { files: read }: Made): Promise<void> {
    // Rows that were made from those of the table are made anew where it has others by now.
    const own = replace ? await files.ownOf(await this.lake.place(relation.name), read) : [];
    await this.published(() => (replace ? this.lake.createOrReplace(relation, staged, own.length === 0 ? undefined : own) : this.lake.create(relation, staged)));
  }

  private async published(work: () => Promise<void>): Promise<void> {
    await work();
    this.listing.forget();
  }

  private async isThere(name: string): Promise<boolean> {
    return (await this.lake.find([name])).get(name)?.kind === 'view' || files.hasTable(await this.lake.place(name));
  }

  private name(table: TableName, { session }: Submission): string {
    const parts = qualify(table, session);
    if (parts[1] === 'information_schema' || parts[0] === 'system') throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot change ${parts.join('.')}`);
    return parts.join('.');
  }

  private may(verb: Verb, name: string, submission: Submission): Promise<{ decision?: string }> {
    return this.ask(verb, addressOf(name), `table ${name}`, submission);
  }

  private async ask(verb: Verb, address: string, what: string, { subject, principal }: Submission): Promise<{ decision?: string }> {
    if (!('token' in subject)) throw notSupported('Writing on behalf of another user');
    const { allow, decision } = await this.access.authorize({ token: subject.token, principal, predicate: verb, paths: [address] });
    if (!allow) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot ${verb === 'write' ? 'insert into' : verb} ${what}${decision === undefined ? '' : ` (decision ${decision}; run \`dataos why ${decision}\` for the reason)`}`);
    return decision === undefined ? {} : { decision };
  }
}

/** What has to be allowed: who changes rows, removes what they were. It does not depend on what is there, which would tell. */
function verbsOf(statement: WithRows): Verb[] {
  switch (statement.kind) {
    case 'insert': return ['write'];
    case 'update': return ['write', 'delete'];
    case 'delete': case 'truncate': return ['delete'];
    case 'merge': return [...new Set(statement.cases.flatMap(({ action }): Verb[] => (action === 'insert' ? ['write'] : action === 'delete' ? ['delete'] : ['write', 'delete'])))];
    default: return statement.replace ? ['create', 'delete'] : ['create'];
  }
}

/**
 * Who writes rows in place of those he was shown must be shown them as they are, or what is hidden from him would be lost. Looked for in the
 * very text that runs: what was decided before may have changed.
 */
function assertShown({ filters, masks }: Rewritten, name: string, updateType: string): void {
  const address = addressOf(name);
  const hides = [...filters, ...masks].some((applied) => applied.table === address && !('operator' in applied && applied.operator === 'pass_through'));
  if (hides) throw notSupported(`${updateType} of a table of which policy hides something from you`);
}

function given(relation: Relation | undefined): Relation {
  if (relation === undefined) throw new Error('rows were written that nobody asked for');
  return relation;
}

/** A tree without where its nodes stand in the text. */
const withoutPlaces = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' || key === 'end' ? undefined : value)));
