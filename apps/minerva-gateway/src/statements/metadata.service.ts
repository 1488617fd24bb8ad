import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { assertAllowed, DecisionsService } from '../catalogue/decisions.service.js';
import type { Like, Statement } from '../sql/statement.js';
import { TrinoFailure } from '../sql/failure.js';
import { qualify } from '../sql/names.js';
import { Listing } from '../metadata/listing.service.js';
import { metadataSchemas, metadataTables } from '../metadata/tables.js';
import { MetadataTables } from '../metadata/metadata-tables.service.js';
import { type Answer, texts, update } from './answer.js';
import { Schemas } from './schemas.service.js';
import { knownZone, PROPERTIES, propertySet, TIME_ZONE } from './session.js';
import type { Submission } from './submission.js';

/** Answers SHOW, DESCRIBE, USE and SET from the catalogue; tables the user may not read are not shown. */
@Injectable()
export class MetadataService {
  constructor(private readonly catalogue: Catalogue, private readonly decisions: DecisionsService, private readonly listing: Listing, private readonly tablesOfMetadata: MetadataTables, private readonly known: Schemas) {}

  async answer(statement: Exclude<Statement, { kind: 'query' }>, submission: Submission): Promise<Answer> {
    const { session: defaults } = submission;
    switch (statement.kind) {
      case 'show-catalogs': return { columns: texts('Catalog'), rows: listed([...await this.catalogue.depotNames(), 'system'], statement.like) };
      case 'show-schemas': return this.schemas(statement.catalog ?? required(defaults.catalog, 'MISSING_CATALOG_NAME', 'Catalog'), statement.like, submission);
      case 'show-tables': return this.tables(statement.schema ?? [], statement.like, submission);
      case 'show-columns': return this.columns(qualify(statement.table, defaults).join('.'), statement.like, submission);
      case 'show-session': return { columns: texts('Name', 'Value', 'Default', 'Type', 'Description'), rows: Object.entries(PROPERTIES).map(([name, property]) => [name, property.default, property.default, 'varchar', property.description]) };
      case 'use': return this.use(statement.catalog ?? required(defaults.catalog, 'MISSING_CATALOG_NAME', 'Catalog'), statement.schema, submission);
      case 'set-session': {
        if (statement.name === TIME_ZONE && statement.value.kind === 'string') return update('SET SESSION', propertySet(TIME_ZONE, knownZone(statement.value.value)));
        const property = Object.hasOwn(PROPERTIES, statement.name) ? PROPERTIES[statement.name] : undefined;
        if (property === undefined) throw new TrinoFailure('INVALID_SESSION_PROPERTY', `Session property '${statement.name}' does not exist`);
        if (statement.value.kind !== 'string' || !property.valid.test(statement.value.value)) throw new TrinoFailure('INVALID_SESSION_PROPERTY', `'${statement.name}' does not take this value: ${property.description}`);
        return update('SET SESSION', propertySet(statement.name, statement.value.value));
      }
      case 'reset-session': return update('RESET SESSION', { 'x-trino-clear-session': encodeURIComponent(statement.name) });
    }
  }

  private async schemas(catalog: string, like: Like | undefined, { principal, subject }: Submission): Promise<Answer> {
    const schemas = catalog === 'system' ? [] : await this.listing.schemas({ principal, subject }, { catalog });
    if (catalog !== 'system' && !(await this.catalogue.depotNames()).includes(catalog)) throw new TrinoFailure('CATALOG_NOT_FOUND', `Catalog '${catalog}' not found`);
    return { columns: texts('Schema'), rows: listed([...schemas.map(([, schema]) => schema), ...metadataSchemas(catalog)], like) };
  }

  private async tables(parts: readonly string[], like: Like | undefined, { session: defaults, principal, subject }: Submission): Promise<Answer> {
    const [schema = required(defaults.schema, 'MISSING_SCHEMA_NAME', 'Schema'), catalog = required(defaults.catalog, 'MISSING_CATALOG_NAME', 'Catalog')] = parts.toReversed();
    const metadata = metadataTables(catalog, schema);
    if (metadata !== undefined) return { columns: texts('Table'), rows: listed(Object.keys(metadata), like) };
    if (!(await this.known.isKnown(catalog, schema, { principal, subject }))) throw new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${schema}' does not exist`);
    const entries = await this.listing.tables({ principal, subject }, { catalog, schema });
    return { columns: texts('Table'), rows: listed(entries.map(({ name }) => name), like) };
  }

  private async columns(name: string, like: Like | undefined, { principal, subject }: Submission): Promise<Answer> {
    if (this.tablesOfMetadata.isMetadata(name)) {
      const { columns } = this.tablesOfMetadata.table(name);
      return described(columns, like);
    }
    const tables = await this.known.telling(this.catalogue.describe([name]), { principal, subject });
    const decision = await this.decisions.decide(subject, tables);
    assertAllowed(decision, tables);
    return { ...described(tables[0]?.columns ?? [], like), decision: decision.decision };
  }

  private async use(catalog: string, schema: string, submission: Submission): Promise<Answer> {
    if (metadataTables(catalog, schema) === undefined && !(await this.known.isKnown(catalog, schema, submission))) throw new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${catalog}.${schema}' does not exist`);
    return update('USE', { 'x-trino-set-catalog': encodeURIComponent(catalog), 'x-trino-set-schema': encodeURIComponent(schema) });
  }
}

function required(value: string | undefined, name: 'MISSING_CATALOG_NAME' | 'MISSING_SCHEMA_NAME', what: string): string {
  if (value === undefined) throw new TrinoFailure(name, `${what} must be specified when session ${what.toLowerCase()} is not set`);
  return value;
}

const named = (name: string, like: Like | undefined): boolean => like === undefined || likes(name, like);

/** Columns as SHOW COLUMNS tells them. */
const described = (columns: readonly { readonly name: string; readonly type: string }[], like: Like | undefined): Answer => ({
  columns: texts('Column', 'Type', 'Extra', 'Comment'), rows: columns.filter(({ name }) => named(name, like)).map(({ name, type }) => [name.toLowerCase(), type, '', '']),
});

const listed = (names: readonly string[], like: Like | undefined): string[][] => names.filter((name) => named(name, like)).toSorted().map((name) => [name]);

/** SQL LIKE over a name: `%` any text, `_` one character. Two pointers, no backtracking beyond the last `%`. */
function likes(value: string, { pattern, escape }: Like): boolean {
  const tokens: { any: 'text' | 'one' | undefined; char: string }[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index] ?? '';
    if (char === escape) {
      index += 1;
      tokens.push({ any: undefined, char: pattern[index] ?? '' });
    } else tokens.push({ any: char === '%' ? 'text' : char === '_' ? 'one' : undefined, char });
  }
  let [at, token, star, mark] = [0, 0, -1, 0];
  while (at < value.length) {
    const current = tokens[token];
    if (current?.any === 'text') [star, mark, token] = [token, at, token + 1];
    else if (current !== undefined && (current.any === 'one' || current.char === value[at])) [at, token] = [at + 1, token + 1];
    else if (star >= 0) [mark, at, token] = [mark + 1, mark + 1, star + 1];
    else return false;
  }
  return tokens.slice(token).every(({ any }) => any === 'text');
}
