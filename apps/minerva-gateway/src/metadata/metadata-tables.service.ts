import { Injectable } from '@nestjs/common';
import type { RowsOrder } from '../engine/protocol.js';
import { OwnQueries } from '../queries/own-queries.service.js';
import { Transactions } from '../statements/transactions.js';
import type { ListingLoad } from '../sql/emit/scan.js';
import { TrinoFailure } from '../sql/failure.js';
import { isMetadata } from '../sql/names.js';
import type { Table } from '../sql/table.js';
import type { Hints } from './entry.js';
import { type Asker, Listing } from './listing.service.js';
import { type MetadataTable, metadataSchemas, metadataTables, valuesOf } from './tables.js';

/** `information_schema` and `system`: tables like any other for a query, listed for the user who asks. */
@Injectable()
export class MetadataTables {
  constructor(private readonly listing: Listing, private readonly queries: OwnQueries, private readonly transactions: Transactions) {}

  isMetadata(name: string): boolean {
    return isMetadata(name.split('.'));
  }

  /** The table of this name for a query. */
  table(name: string): Table {
    const columns = Object.entries(this.find(name).columns).map(([column, type]) => ({ name: column, type }));
    return { address: `dataos://system:metadata/${name.split('.').slice(1).join('_')}`, name, columns, source: { kind: 'listing' }, decision: { filters: [], masks: [] } };
  }

  /** The rows a query needs of it. */
  async rows({ name, table, columns, pushed }: ListingLoad, asker: Asker): Promise<RowsOrder> {
    const found = this.find(name);
    const hints = this.hintsOf(name, found, pushed);
    const catalog = hints.catalog;
    if (catalog !== undefined && catalog !== 'system' && name.startsWith(`${catalog}.`) && !(await this.listing.catalogs()).includes(catalog)) throw new TrinoFailure('CATALOG_NOT_FOUND', `Catalog '${catalog}' not found`, { table: name });
    const rows = await found.rows({
      catalogs: async () => ['system', ...await this.listing.catalogs()],
      schemas: async () => {
        const pairs = await this.listing.schemas(asker, hints);
        const catalogs = [...await this.listing.catalogs(), 'system'].filter((one) => catalog === undefined || one === catalog);
        return [...pairs, ...catalogs.flatMap((one) => metadataSchemas(one).map((schema): [string, string] => [one, schema]))];
      },
      tables: (withColumns) => (withColumns ? this.listing.tablesWithColumns(asker, hints) : this.listing.tables(asker, hints)),
      queries: () => this.queries.of(asker.principal.id),
      // Who acts for somebody else is told of no transaction that is not to be gone on with.
      transactions: async () => ('token' in asker.subject ? this.transactions.of(asker.principal.id) : []),
    });
    return { table, columns: columns.map(({ kind }) => kind), rows: valuesOf(rows, columns.map((column) => column.name)) };
  }

  private hintsOf(name: string, { hints = {} }: MetadataTable, pushed: ListingLoad['pushed']): Hints {
    const [catalog = '', schema] = name.split('.');
    const wanted = (column: string | undefined): string | undefined => {
      const found = column === undefined ? undefined : pushed.find((one) => one.column === column && one.operator === '=' && one.values.length === 1);
      return found === undefined ? undefined : String(found.values[0]);
    };
    const [inCatalog, inSchema, inTable] = [schema === 'information_schema' ? catalog : wanted(hints.catalog), wanted(hints.schema), wanted(hints.table)];
    return { ...(inCatalog === undefined ? {} : { catalog: inCatalog }), ...(inSchema === undefined ? {} : { schema: inSchema }), ...(inTable === undefined ? {} : { table: inTable }) };
  }

  private find(name: string): MetadataTable {
    const [catalog = '', schema = '', table = ''] = name.split('.');
    const tables = metadataTables(catalog, schema);
    if (tables === undefined) throw new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${catalog}.${schema}' does not exist`, { table: name });
    const found = Object.hasOwn(tables, table) ? tables[table] : undefined;
    if (found === undefined) throw new TrinoFailure('TABLE_NOT_FOUND', `Table '${name}' does not exist`, { table: name });
    return found;
  }
}
