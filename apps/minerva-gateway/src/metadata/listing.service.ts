import type { Principal } from '@dataos/contracts-core';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { addressOf } from '../catalogue/address.js';
import { Catalogue, type KnownTable } from '../catalogue/catalogue.service.js';
import { DecisionsService, type Subject } from '../catalogue/decisions.service.js';
import { TtlCache } from '../catalogue/ttl-cache.js';
import type { Entry, Hints } from './entry.js';

/** For whom something is listed. */
export interface Asker { readonly principal: Principal; readonly subject: Subject }

/** Tables described and decided in one question each; while some are decided, others are described. */
const AT_ONCE = 1_000;
const PARALLEL = 8;
/** A listing may be so old; reading a table is always decided anew. */
const TTL_MS = 5_000;

/** What a user may know of: tables that policy lets it read, and the schemas and catalogs that hold them. */
@Injectable()
export class Listing {
  private readonly known = new TtlCache<readonly Promise<readonly KnownTable[]>[]>(TTL_MS);
  private readonly visible = new TtlCache<readonly KnownTable[]>(TTL_MS, 500);

  constructor(private readonly catalogue: Catalogue, private readonly decisions: DecisionsService) {}

  /** Something was made or dropped here: the next list shows it. Other gateways see it when their list is old. */
  forget(): void {
    this.known.clear();
    this.visible.clear();
  }

  catalogs(): Promise<string[]> {
    return this.catalogue.depotNames();
  }

  /** Schemas in which the user may read something. */
  async schemas(asker: Asker, { catalog }: Hints): Promise<[string, string][]> {
    const pairs = await this.perCatalog({ ...(catalog === undefined ? {} : { catalog }) }, async (one) => {
      const tables = await this.allowed(asker, one);
      return [...new Set(tables.map(({ name }) => name.split('.')[1] ?? ''))].map((schema): [string, string] => [one, schema]);
    });
    return pairs.flat();
  }

  /** Tables the user may read. */
  async tables(asker: Asker, hints: Hints): Promise<Entry[]> {
    const found = await this.perCatalog(hints, async (catalog) => {
      const tables = await this.allowed(asker, catalog);
      return tables.map((table): Entry => {
        const [, schema = '', ...rest] = table.name.split('.');
        return { catalog, schema, name: rest.join('.'), kind: table.relation?.kind === 'view' ? 'VIEW' : 'BASE TABLE', columns: table.columns.map(({ name, type }) => ({ name: name.toLowerCase(), type })) };
      }).filter(({ schema, name }) => (hints.schema === undefined || schema === hints.schema) && (hints.table === undefined || name === hints.table));
    });
    return found.flat();
  }

  /** The same with columns, also of tables that no scan has seen. */
  async tablesWithColumns(asker: Asker, hints: Hints): Promise<Entry[]> {
    const entries = await this.tables(asker, hints);
    return inParallel(entries, async (entry) => {
      if (entry.columns.length > 0) return entry;
      // A table that vanished between the list and the look has no columns any more.
      const [described] = await this.catalogue.describe([`${entry.catalog}.${entry.schema}.${entry.name}`]).catch(() => []);
      return { ...entry, columns: (described?.columns ?? []).map(({ name, type }) => ({ name: name.toLowerCase(), type })) };
    });
  }

  private async perCatalog<T>({ catalog }: Hints, list: (catalog: string) => Promise<T>): Promise<T[]> {
    const catalogs = (await this.catalogs()).filter((name) => catalog === undefined || name === catalog);
    return inParallel(catalogs, list);
  }

  /** The tables of a catalog that policy allows, decided with their tags: a list must not tell of what a tag hides. */
  private allowed({ principal, subject }: Asker, catalog: string): Promise<readonly KnownTable[]> {
    const who = 'token' in subject ? createHash('sha256').update(subject.token).digest('hex') : `as ${principal.id}`;
    return this.visible.get(`${who} ${catalog}`, async () => {
      const described = await this.known.get(catalog, () => this.inventory(catalog));
      const answers = await Promise.all(described.map(async (coming) => {
        const some = await coming;
        const visible = await this.decisions.visible(subject, some);
        return some.filter(({ address }) => visible.has(address));
      }));
      return answers.flat();
    });
  }

  private async inventory(catalog: string): Promise<readonly Promise<readonly KnownTable[]>[]> {
    const schemas = await this.catalogue.collections(catalog);
    const names = (await inParallel(schemas, async (schema) => (await this.catalogue.datasets(catalog, schema)).map((name) => `${catalog}.${schema}.${name}`.toLowerCase()))).flat();
    const readable = [...new Set([...names, ...await this.catalogue.views(catalog)])].filter((name) => isAddress(name));
    const coming = chunks(readable, AT_ONCE).map((some) => this.catalogue.listed(some));
    // What failed is asked for again by the next list.
    Promise.all(coming).catch(() => this.known.clear());
    return coming;
  }
}

/** A name that is no address can be neither decided nor read. */
function isAddress(name: string): boolean {
  try {
    return addressOf(name) !== '';
  } catch {
    return false;
  }
}

const chunks = <T>(items: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Maps items with a few at work at once; the order stays. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
  return results;
}
