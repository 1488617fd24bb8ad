import { formatAddress } from '@dataos/contracts-core';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { addressOf } from '../catalogue/address.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { assertAllowed, DecisionsService, withTags } from '../catalogue/decisions.service.js';
import { Lake, viewOf } from '../lake/lake.service.js';
import * as files from '../lake/lake-files.js';
import { traceOfRename } from '../lineage/query-trace.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import { type Answer, update } from './answer.js';
import { Planner } from './planner.service.js';
import type { Submission } from './submission.js';
import { targetOf, WriteRights } from './write-rights.js';
import { columnsOf, type Of, type Writing } from './writing.js';

/** What changes which schemas, tables and views a managed depot has, and no rows. */
@Injectable()
export class Definitions {
  constructor(private readonly planner: Planner, private readonly catalogue: Catalogue, private readonly decisions: DecisionsService, private readonly lake: Lake, private readonly rights: WriteRights) {}

  answer(text: string, statement: Writing, submission: Submission): Promise<Answer> {
    switch (statement.kind) {
      case 'create-view': return this.createView(text, statement, submission);
      case 'create-schema': case 'drop-schema': return this.schema(statement, submission);
      case 'drop': return this.drop(statement, submission);
      case 'alter-table': return this.rename(statement, submission);
      default: return Promise.resolve({ ...update('CREATE TABLE'), writes: [] });
    }
  }

  /** A view is kept as its text. Whoever makes it must be able to read what it reads; whoever reads it as well. */
  private async createView(text: string, statement: Of<'create-view'>, submission: Submission): Promise<Answer> {
    if (statement.materialized) throw notSupported('A materialized view');
    if (statement.properties.length > 0) throw notSupported('A property of a view');
    const name = targetOf(statement.table, submission);
    const decision = await this.rights.may('create', name, submission);
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
    const decision = await this.rights.ask(making ? 'create' : 'delete', formatAddress({ depot: catalog, collection: schema }), `schema ${catalog}.${schema}`, submission);
    const root = await this.lake.root(catalog);
    if (!making && (await this.lake.views(catalog)).some((view) => view.name.startsWith(`${catalog}.${schema}.`))) throw new TrinoFailure('SCHEMA_NOT_EMPTY', `Cannot drop non-empty schema '${schema}'`);
    const done = making ? await files.createSchema(root, schema) : await files.dropSchema(root, schema);
    if (!done && !ifExists) throw making ? new TrinoFailure('SCHEMA_ALREADY_EXISTS', `Schema '${catalog}.${schema}' already exists`) : new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${catalog}.${schema}' does not exist`);
    return { ...update(making ? 'CREATE SCHEMA' : 'DROP SCHEMA'), ...decision, ...(done ? {} : { writes: [] }) };
  }

  private async drop({ object, table, ifExists }: Of<'drop'>, submission: Submission): Promise<Answer> {
    if (object === 'materialized view') throw notSupported('A materialized view');
    const name = targetOf(table, submission);
    const decision = await this.rights.may('delete', name, submission);
    const found = (await this.lake.find([name])).get(name);
    const right = object === 'view' ? found?.kind === 'view' : found?.kind !== 'view' && (await this.lake.has(name));
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
    const [from, target] = [targetOf(table, submission), targetOf(to, submission)];
    if (from.split('.')[0] !== target.split('.')[0]) throw notSupported('A rename into another catalog');
    await this.rights.may('delete', from, submission);
    const decision = await this.rights.may('create', target, submission);
    const [known] = await this.catalogue.describe([from]);
    if (known?.relation?.kind !== object) throw new TrinoFailure('TABLE_NOT_FOUND', `${object === 'view' ? 'View' : 'Table'} '${from}' does not exist`);
    const answer = await this.decisions.decide(submission.subject, [known]);
    assertAllowed(answer, [known]);
    if (answer.tables.some(({ filters, masks }) => filters.length > 0 || masks.some(({ operator }) => operator !== 'pass_through'))) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot rename ${from}, of which policy hides something from you (decision ${answer.decision})`);
    if (await this.lake.has(target)) throw new TrinoFailure('TABLE_ALREADY_EXISTS', `Table '${target}' already exists`);
    const columnTags = Object.fromEntries(withTags([known], answer).flatMap(({ columns }) => columns).filter(({ tags }) => tags.length > 0).map((column) => [column.name, [...column.tags]]));
    await this.lake.rename(from, { ...known.relation, name: target, columnTags });
    return { ...update(object === 'view' ? 'RENAME VIEW' : 'RENAME TABLE'), ...decision, tracing: { writes: true, make: () => traceOfRename(known, addressOf(target), object) } };
  }
}

/** A tree without where its nodes stand in the text. */
const withoutPlaces = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' || key === 'end' ? undefined : value)));
