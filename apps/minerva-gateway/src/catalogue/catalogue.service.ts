import { type Client, DomainError, NotFound } from '@dataos/contracts-core';
import type { depotApi } from '@dataos/contracts-depot';
import type { metisApi, TableDescription } from '@dataos/contracts-metis';
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DEPOT, METIS } from '../config.js';
import type { LakeRelation } from '../lake/lake.entity.js';
import { Lake, viewOf } from '../lake/lake.service.js';
import type { Held } from '../objects/held.js';
import { type ObjectPlace, ObjectTables } from '../objects/object-tables.service.js';
import { TrinoFailure } from '../sql/failure.js';
import { addressOf, partsOf } from './address.js';
import { sourceOf } from './source.js';
import { TtlCache } from './ttl-cache.js';
import type { Source } from '../sql/table.js';

/** A table with its schema and tags, before policy was asked. */
export interface KnownTable {
  readonly address: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: string; readonly tags: readonly string[] }[];
  /** Of a table or view that was made through this gateway. */
  readonly relation?: LakeRelation;
}

type Schema = Pick<KnownTable, 'tags' | 'columns'>;
/** What the catalog says of a table it has never seen. */
const UNKNOWN: Omit<TableDescription, 'address'> = { found: false, vanished: false, tags: [], columns: [], columnTags: {} };

/** A table is not what was decided about any more: to be decided anew, or told. */
export class TableChanged extends TrinoFailure {
  constructor(name: string) {
    super('TRANSACTION_CONFLICT', `Table '${name}' was changed by another statement meanwhile; try again`);
  }
}

/** What tables there are: schema and tags from the catalog, place and credentials from the depot service. */
@Injectable()
export class Catalogue {
  private readonly sources = new TtlCache<Source | ObjectPlace>(30_000);
  private readonly schemas = new TtlCache<Schema['columns']>(10_000);

  constructor(
    @Inject(DEPOT) private readonly depots: Client<typeof depotApi>, @Inject(METIS) private readonly metis: Client<typeof metisApi>, private readonly lake: Lake, private readonly objects: ObjectTables,
  ) {}

  /** Schemas and tags of tables by `catalog.schema.table`. They are asked for anew each time: a tag set now must protect now. */
  async describe(names: readonly string[]): Promise<KnownTable[]> {
    const tables = await this.known(names);
    return Promise.all(tables.map(async (table) => {
      if (table.columns.length > 0) return table;
      const columns = await this.introspect(table.name);
      return { ...table, columns: columns.map(({ name, type }) => ({ name, type, tags: table.tagsOf(name) })) };
    }));
  }

  /** The same by the catalog's word alone, for lists: a table that no scan has seen comes without columns. */
  listed(names: readonly string[]): Promise<KnownTable[]> {
    return this.known(names, true);
  }

  private async known(names: readonly string[], omitUnknown = false): Promise<(KnownTable & { tagsOf(column: string): string[] })[]> {
    if (names.length === 0) return [];
    const addresses = names.map(addressOf);
    const [{ tables }, relations] = await Promise.all([this.metis.describeTables({ body: { addresses, omitUnknown } }), this.lake.find(names)]);
    const byAddress = new Map(tables.map((table) => [table.address, table]));
    return names.map((name, index) => {
      const address = addresses[index] as string;
      const found = byAddress.get(address) ?? (omitUnknown ? UNKNOWN : undefined);
      // Without an answer its tags are not known, and with them what protects it.
      if (found === undefined) throw new Error(`metis did not answer for ${address}`);
      const relation = relations.get(name);
      const tagsOf = (column: string): string[] => [...new Set([...(relation?.columnTags[column] ?? []), ...(found.columns.find((known) => known.name === column)?.tags ?? []), ...(found.columnTags[column] ?? [])])];
      // What was written here is known better than by the last scan.
      const columns = relation?.columns ?? (found.found && !found.vanished ? found.columns : []);
      return { address, name, tags: found.tags, tagsOf, ...(relation === undefined ? {} : { relation }), columns: columns.map((column) => ({ name: column.name, type: column.type, tags: tagsOf(column.name) })) };
    });
  }

  /** Where the rows of a table lie, until `held` lets go. Never sent anywhere but to the engine: it may hold credentials. */
  async source(table: Pick<KnownTable, 'name' | 'relation' | 'columns'>, held: Held): Promise<Source> {
    const { name, relation } = table;
    if (relation?.kind === 'view') return viewOf(relation);
    if (relation !== undefined) return this.unchanged(table, await this.lake.source(name));
    const source = await this.sources.get(name, () => sourceOf(this.depots, partsOf(name)));
    if (source.kind !== 'objects' && source.kind !== 'postgres' && await this.lake.isManaged(partsOf(name).depot)) return this.unchanged(table, source);
    return source.kind === 'objects' ? this.objects.source(source, held) : source;
  }

  /**
   * Rows found now may not be those that were decided about: what protects new ones is written down before they can be found, so that it is
   * looked for once more after they were.
   */
  private async unchanged({ name, relation, columns }: Pick<KnownTable, 'name' | 'relation' | 'columns'>, source: Source): Promise<Source> {
    const now = (await this.lake.find([name])).get(name);
    const decided = new Map(columns.map((column) => [column.name, new Set(column.tags)]));
    const isGuarded = (now?.columns ?? []).every(({ name: column }) => (now?.columnTags[column] ?? []).every((tag) => decided.get(column)?.has(tag)));
    if (!isGuarded || now?.kind !== relation?.kind || !isDeepStrictEqual(now?.columns, relation?.columns)) throw new TableChanged(name);
    return source;
  }

  /** Names of views in a catalog, beside the tables that its depot lists. */
  async views(catalog: string): Promise<string[]> {
    return (await this.lake.views(catalog)).map(({ name }) => name);
  }

  async depotNames(): Promise<string[]> {
    return Object.entries(await this.depots.listDepots({})).filter(([, depot]) => !depot.isArchived).map(([name]) => name);
  }

  collections(depot: string): Promise<string[]> {
    return told(this.depots.listCollections({ params: { depot } }), 'CATALOG_NOT_FOUND', `Catalog '${depot}' not found`);
  }

  datasets(depot: string, collection: string): Promise<string[]> {
    return told(this.depots.listDatasets({ params: { depot, collection } }), 'SCHEMA_NOT_FOUND', `Schema '${depot}.${collection}' does not exist`);
  }

  /** The source's own words on a table the catalog has not seen. */
  private async introspect(name: string): Promise<Schema['columns']> {
    const { depot, collection, dataset } = partsOf(name);
    return this.schemas.get(name, async () => {
      await told(this.depots.getDepot({ params: { depot } }), 'CATALOG_NOT_FOUND', `Catalog '${depot}' not found`, name);
      const { columns } = await told(this.depots.describeDataset({ params: { depot, collection, dataset } }), 'TABLE_NOT_FOUND', `Table '${name}' does not exist`, name);
      return columns.map((column) => ({ name: column.name, type: column.type, tags: [] }));
    });
  }
}

/** "Not found" of a peer in Trino's words; every other failure stays what it is. */
async function told<T>(call: Promise<T>, errorName: 'CATALOG_NOT_FOUND' | 'SCHEMA_NOT_FOUND' | 'TABLE_NOT_FOUND', message: string, table?: string): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (DomainError.is(error, NotFound) || (DomainError.is(error) && error.status === 400)) throw new TrinoFailure(errorName, message, table === undefined ? {} : { table });
    throw error;
  }
}
