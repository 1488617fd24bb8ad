import { Injectable } from '@nestjs/common';
import { addressOf } from '../catalogue/address.js';
import { DecisionsService } from '../catalogue/decisions.service.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { Lake, type Relation } from '../lake/lake.service.js';
import * as files from '../lake/lake-files.js';
import { Listing } from '../metadata/listing.service.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import type { Rewritten } from '../sql/rewrite.js';
import { parseType } from '../sql/types/type.js';
import type { Answer } from './answer.js';
import { assertKept, assertSteady, changeOf } from './change.js';
import { Definitions } from './definitions.service.js';
import type { Submission } from './submission.js';
import { targetOf, type Verb, WriteRights } from './write-rights.js';
import { type Changing, checkProperties, type Column, columnsOf, type Made, matched, type Of, stored, tagsFrom, type Target, type WithRows, written, type Writing } from './writing.js';

/** Writes into managed depots. Policy is asked for each table that is changed; what is read is decided as in any query. */
@Injectable()
export class Writes {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly decisions: DecisionsService,
    private readonly lake: Lake,
    private readonly listing: Listing,
    private readonly rights: WriteRights,
    private readonly definitions: Definitions,
  ) {}

  /** Where the rows of a statement go; `undefined` where there is nothing to do, since the table is there already. */
  async target(text: string, statement: WithRows, submission: Submission): Promise<Target | undefined> {
    const name = targetOf(statement.table, submission);
    const may = async (): Promise<void> => { for (const verb of verbsOf(statement)) await this.rights.may(verb, name, submission); };
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
    if (await this.lake.has(name)) {
      if (statement.ifNotExists) return undefined;
      if (!statement.replace) throw files.exists(place);
      const found = (await this.lake.find([name])).get(name);
      if (found?.kind === 'view') throw new TrinoFailure('TABLE_ALREADY_EXISTS', `View already exists: '${name}'`);
      if (found === undefined) throw notSupported(`Replacing ${name}, which was not created through this gateway,`);
    }
    return statement.kind === 'create-table' ? this.emptyTable(statement, name, submission) : this.newTable(text, statement, name, submission);
  }

  async answer(text: string, statement: Writing, submission: Submission): Promise<Answer> {
    const answer = await this.definitions.answer(text, statement, submission);
    this.listing.forget();
    return answer;
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

  private async made(relation: Relation, staged: files.Staged, replace: boolean, { files: read }: Made): Promise<void> {
    // Rows that were made from those of the table are made anew where it has others by now.
    const own = replace ? await files.ownOf(await this.lake.place(relation.name), read) : [];
    await this.published(() => (replace ? this.lake.createOrReplace(relation, staged, own.length === 0 ? undefined : own) : this.lake.create(relation, staged)));
  }

  private async published(work: () => Promise<void>): Promise<void> {
    await work();
    this.listing.forget();
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
