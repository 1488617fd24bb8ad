import { type Client, formatAddress } from '@dataos/contracts-core';
import type { depotApi } from '@dataos/contracts-depot';
import { Jobs } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Any, DataSource, type EntityManager, Like } from 'typeorm';
import { TtlCache } from '../catalogue/ttl-cache.js';
import { DEPOT } from '../config.js';
import { TrinoFailure } from '../sql/failure.js';
import { parseStatement } from '../sql/parse/statement.parser.js';
import type { Source } from '../sql/table.js';
import { CATALOGUE_JOB } from './catalogue.job.js';
import { LakeRelation } from './lake.entity.js';
import * as files from './lake-files.js';

export type Relation = Pick<LakeRelation, 'name' | 'kind' | 'columns' | 'columnTags' | 'owner'> & Partial<Pick<LakeRelation, 'sql' | 'catalog' | 'schema'>>;

/** The tables and views of managed depots: FILE depots that are not external, whose folder belongs to the platform. */
@Injectable()
export class Lake {
  private readonly roots = new TtlCache<string | undefined>(5_000);

  constructor(private readonly dataSource: DataSource, private readonly jobs: Jobs, @Inject(DEPOT) private readonly depots: Client<typeof depotApi>) {}

  /** What is known of these names; others are no tables or views of ours. */
  async find(names: readonly string[]): Promise<Map<string, LakeRelation>> {
    if (names.length === 0) return new Map();
    const rows = await this.dataSource.getRepository(LakeRelation).findBy({ name: Any([...names]) });
    return new Map(await Promise.all(rows.map(async (row) => [row.name, await this.asOfNow(row)] as const)));
  }

  views(catalog: string): Promise<LakeRelation[]> {
    return this.dataSource.getRepository(LakeRelation).findBy({ name: Like(`${catalog.replaceAll(/[\\%_]/g, '\\$&')}.%`), kind: 'view' });
  }

  /** The folder of a managed depot; every other depot is for reading. */
  async root(catalog: string): Promise<string> {
    const root = await this.rootOf(catalog);
    if (root === undefined) throw new TrinoFailure('NOT_SUPPORTED', `The depot ${catalog} is not managed by the platform: tables are written to FILE depots that are not external`);
    return root;
  }

  async isManaged(catalog: string): Promise<boolean> {
    return (await this.rootOf(catalog)) !== undefined;
  }

  private rootOf(catalog: string): Promise<string | undefined> {
    return this.roots.get(catalog, async () => {
      const info = await this.depots.resolve({ query: { address: formatAddress({ depot: catalog }) } });
      const { path: folder, url } = info.connection as { path?: string; url?: string };
      const place = folder ?? url?.replace(/^file:\/\//, '');
      return info.isArchived || info.type !== 'FILE' || info.external || place === undefined ? undefined : path.normalize(place);
    });
  }

  async place(name: string): Promise<files.Place> {
    const [catalog = '', schema = '', ...rest] = name.split('.');
    return { root: await this.root(catalog), schema, table: rest.join('.') };
  }

  /** Whether there is a table or view of this name. */
  async has(name: string): Promise<boolean> {
    return (await this.find([name])).get(name)?.kind === 'view' || files.hasTable(await this.place(name));
  }

  /** The files of a table as they are now. */
  async source(name: string): Promise<Source> {
    const found = await files.filesOf(await this.place(name));
    if (found === undefined || found.files.length === 0) throw new TrinoFailure('TABLE_NOT_FOUND', `Table '${name}' does not exist`);
    // A file of a managed table is never written again, and each has a name that no other ever had.
    return { kind: 'parquet', ...found, version: found.files.join('\n') };
  }

  /** Makes staged rows a table. What protects its columns is written before anybody can see it. */
  async create(relation: Relation, staged: files.Staged): Promise<void> {
    const place = await this.place(relation.name);
    await files.claim(place);
    try {
      await this.record(relation);
      await files.publishTable(place, staged);
    } catch (error) {
      await files.unclaim(place);
      throw error;
    }
    await this.catalogue([relation.name]);
  }

  /** Adds staged rows to a table, whose columns from now on hold what the rows were computed from. */
  async append(relation: Relation, staged: files.Staged): Promise<void> {
    await this.change(relation, (place) => files.publishPart(place, staged));
  }

  /** Puts staged rows in place of those in the files `before`; a table that has others by now keeps them. */
  async replace(relation: Relation, staged: files.Staged, before: readonly string[]): Promise<void> {
    await this.change(relation, (place) => files.publishInstead(place, staged, before));
  }

  private async change(relation: Relation, publish: (place: files.Place) => Promise<void>): Promise<void> {
    const place = await this.place(relation.name);
    await this.alone(relation, (tx, row) => tx.save(LakeRelation, { ...row, columnTags: joined(row.columnTags, relation.columnTags), changedAt: new Date() }));
    await this.alone(relation, () => publish(place));
    await this.catalogue([relation.name]);
  }

  /**
   * Puts staged rows with columns of their own in place of a table, or makes it one where there is none. The rename that puts the file there
   * changes rows and columns at once: that the columns come with this file is written before. Columns that keep their name keep their tags.
   */
  async createOrReplace(relation: Relation, staged: files.Staged, before: readonly string[] | undefined): Promise<void> {
    const { name, columns } = relation;
    const [place, old] = [await this.place(name), (await this.find([name])).get(name)];
    if (!(await files.hasTable(place))) return this.create(relation, staged);
    if (old?.kind !== 'table') throw files.exists(place);
    const file = path.basename(staged.file);
    await this.alone(old, (tx, row) => tx.save(LakeRelation, { ...row, columnTags: joined(row.columnTags, relation.columnTags), next: { file, columns }, changedAt: new Date() }));
    await this.dataSource.transaction(async (tx) => {
      const row = await locked(tx, name);
      if (row.next?.file !== file) throw files.changedMeanwhile(place);
      await files.publishInstead(place, staged, before);
      await tx.save(LakeRelation, settled(row, true));
    });
    await this.catalogue([name]);
  }

  async putView(relation: Relation, replace: boolean): Promise<void> {
    const { root, schema, table } = await this.place(relation.name);
    if (!(await files.hasSchema(root, schema))) throw new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${schema}' does not exist`);
    if (await files.hasTable({ root, schema, table })) throw files.exists({ schema, table });
    const seen = (await this.find([relation.name])).get(relation.name);
    if (!replace && seen?.kind === 'view') throw new TrinoFailure('TABLE_ALREADY_EXISTS', `View already exists: '${relation.name}'`);
    await this.dataSource.getRepository(LakeRelation).save({ sql: null, catalog: null, schema: null, next: null, ...relation, columnTags: joined(seen?.columnTags ?? {}, relation.columnTags), changedAt: new Date() });
  }

  async drop(name: string, kind: LakeRelation['kind']): Promise<void> {
    if (kind === 'table') await files.dropTable(await this.place(name));
    await this.dataSource.getRepository(LakeRelation).delete({ name, kind });
    if (kind === 'table') await this.catalogue([name]);
  }

  /** `relation` is what it is under its new name; what protects it is written first. */
  async rename(from: string, relation: Relation): Promise<void> {
    if (relation.kind === 'view') {
      await this.putView(relation, false);
      await this.dataSource.getRepository(LakeRelation).delete({ name: from, kind: 'view' });
      return;
    }
    const [old, to] = [await this.place(from), await this.place(relation.name)];
    const before = { name: from, columns: relation.columns };
    await files.claim(to);
    try {
      const seen = await this.alone(before, async (_tx, row) => row);
      await this.record({ ...relation, columnTags: joined(seen.columnTags, relation.columnTags) });
      await this.alone(before, async (tx, row) => {
        // Rows that came meanwhile may have brought tags.
        if (row.changedAt.getTime() !== seen.changedAt.getTime()) throw files.changedMeanwhile(old);
        await files.renameTable(old, to);
        await tx.delete(LakeRelation, { name: from, kind: 'table' });
      });
    } catch (error) {
      await files.unclaim(to);
      throw error;
    }
    await this.catalogue([from, relation.name]);
  }

  /** Does what changes a table that still has these columns, while no other gateway does. */
  private async alone<T>({ name, columns }: Pick<Relation, 'name' | 'columns'>, work: (tx: EntityManager, row: LakeRelation) => Promise<T>): Promise<T> {
    for (;;) {
      const done = await this.dataSource.transaction(async (tx) => {
        const row = await locked(tx, name);
        if (row.next !== null) {
          // Of a replacement that is over, or never came to its end. It is on record before the files change again.
          await tx.save(LakeRelation, await this.asOfNow(row));
          return undefined;
        }
        if (!isDeepStrictEqual(row.columns, columns)) throw files.changedMeanwhile(await this.place(name));
        return { result: await work(tx, row) };
      });
      if (done !== undefined) return done.result;
    }
  }

  /** What a table is with the files that it has now. */
  private async asOfNow(row: LakeRelation): Promise<LakeRelation> {
    return row.next === null ? row : settled(row, await files.isPublished(await this.place(row.name), row.next.file));
  }

  /** Writes what a new table holds, never over a view; tags that still protect it are kept. */
  private async record({ name, columns, columnTags, owner }: Relation): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const known = await tx.findOne(LakeRelation, { where: { name }, lock: { mode: 'pessimistic_write' } });
      if (known?.kind === 'view') throw new TrinoFailure('TABLE_ALREADY_EXISTS', `View already exists: '${name}'`);
      await tx.save(LakeRelation, { name, kind: 'table' as const, columns, columnTags: joined(known?.columnTags ?? {}, columnTags), sql: null, catalog: null, schema: null, next: null, owner: known?.owner ?? owner, changedAt: new Date() });
    });
  }

  /** Has the catalog look at these tables. */
  private async catalogue(names: readonly string[]): Promise<void> {
    await this.dataSource.transaction((tx: EntityManager) => Promise.all(names.map((name) => this.jobs.enqueue(tx, CATALOGUE_JOB, { name }, { key: `lake:${name}` }))));
  }
}

async function locked(tx: EntityManager, name: string): Promise<LakeRelation> {
  const row = await tx.findOne(LakeRelation, { where: { name, kind: 'table' }, lock: { mode: 'pessimistic_write' } });
  if (row === null) throw new TrinoFailure('TABLE_NOT_FOUND', `Table '${name}' does not exist`);
  return row;
}

/** A table after its replacement, or after one that was given up. Tags of columns that it has no more go. */
function settled(row: LakeRelation, hasCome: boolean): LakeRelation {
  const columns = hasCome && row.next !== null ? row.next.columns : row.columns;
  const columnTags = Object.fromEntries(Object.entries(row.columnTags).filter(([name]) => columns.some((column) => column.name === name)));
  return { ...row, columns, columnTags, next: null };
}

/** Tags of either side. */
export function joined(left: Record<string, string[]>, right: Record<string, string[]>): Record<string, string[]> {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return Object.fromEntries(names.map((name) => [name, [...new Set([...(left[name] ?? []), ...(right[name] ?? [])])]]));
}

/** A view as a source of rows. */
export function viewOf({ name, sql, catalog, schema }: Pick<LakeRelation, 'name' | 'sql' | 'catalog' | 'schema'>): Extract<Source, { kind: 'view' }> {
  const text = sql ?? '';
  const query = parseStatement(text);
  if (query.kind !== 'query') throw new Error(`the view ${name} holds no query`);
  return { kind: 'view', text, query, defaults: { ...(catalog === null ? {} : { catalog }), ...(schema === null ? {} : { schema }) } };
}
