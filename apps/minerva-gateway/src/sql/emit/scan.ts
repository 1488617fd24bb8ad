import { maskFor, maskOf } from '../mask/mask.js';
import { comparedAs, conditionOf, postgresCondition } from '../mask/filter.js';
import { notSupported, TrinoFailure } from '../failure.js';
import type { Table } from '../table.js';
import { duckType, formatType, isNested, isWhole, parseType, type Type } from '../types/type.js';
import { type Fragment, quote, quoteName, type ScanColumn } from './fragment.js';
import { shown } from './shown.js';

/** A comparison of the user that the source can evaluate as well; it is evaluated in the engine in any case. */
export interface Pushed { readonly column: string; readonly operator: '=' | '<' | '>' | '<=' | '>='; readonly values: readonly (string | number)[] }

/** What the engine process fetches from a database before the query runs. */
export interface Load {
  readonly table: string;
  readonly source: string;
  readonly connection: import('../table.js').PostgresTarget;
  readonly copy: string;
  readonly columns: readonly ('bigint' | 'double' | 'boolean' | 'text')[];
  /** Where the engine can tell which rows will find a partner: their keys, by a statement of the engine, and `copy` around a list of them. */
  readonly narrowed?: Narrowed;
}
export interface Narrowed {
  readonly keys: string;
  readonly kind: 'number' | 'text' | 'date';
  /** More keys than these are not worth their telling. */
  readonly most: number;
  readonly before: string;
  readonly after: string;
  /** What `keys` reads. */
  readonly reads: { readonly files: readonly string[]; readonly tables: readonly string[] };
}

/** Rows the gateway lists itself before the query runs; `pushed` tells which of them matter. */
export interface ListingLoad {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: Load['columns'][number] }[];
  readonly pushed: readonly Pushed[];
}

/** Behind a filter of policy: no condition passes it. What the engine does not know to fail it would try before, and an error would tell what a hidden row holds. */
const BARRIER = ' LIMIT 9223372036854775807';
const COPY_BEGIN = 'COPY (';
const COPY_END = ') TO STDOUT (FORMAT binary)';

/** One place where a query reads a base table. It learns which columns are used while the query is emitted. */
export class Scan {
  private readonly used = new Map<string, { alias: string; type: Type }>();
  private readonly pushed: Pushed[] = [];
  private wanted: bigint | undefined;
  /** The relation whose equal rows may come together. */
  private weighed: string | undefined;
  private isSeparate = false;
  private narrowed: Omit<Narrowed, 'before' | 'after'> & { column: string } | undefined;
  /** Columns of which the source adds up the values of rows that come together. */
  private readonly begun = new Map<string, Type>();
  /** Columns that only the source looks at. */
  private readonly judged = new Set<string>();
  /** Of a view: what its query is for the engine. */
  private inner: { readonly sql: string; readonly types: readonly Type[] } | undefined;

  constructor(readonly id: string, readonly table: Table) {}

  /** Stands for this scan in the SQL until all its columns are known; users cannot write the character. */
  get placeholder(): string {
    return `\0${this.id}\0`;
  }

  /** What the query looks at, here or at the source, in the order in which it does. */
  get columns(): string[] {
    return [...new Set([...this.used.keys(), ...this.judged])];
  }

  /** A column as the query sees it: masked where policy says so. */
  column(name: string, relation: string): Fragment {
    const masked = this.table.decision.masks.some((mask) => mask.column.toLowerCase() === name && mask.operator !== 'pass_through');
    // Moments of a view keep the zone its query gives them; a mask makes others of them.
    const type = (masked ? undefined : this.inner?.types[this.table.columns.findIndex((column) => column.name.toLowerCase() === name)]) ?? this.typeOf(name);
    if (type.kind === 'opaque') throw notSupported(`The type ${type.name} of the column ${name}`);
    // Fields of rows have other names in a file than in the engine, and a database sends arrays as text of its own.
    const readable = !isNested(type) || this.table.source.kind === 'view' || (this.table.source.kind !== 'postgres' && !/\brow\(/.test(formatType(type)));
    if (!readable) throw notSupported(`The type ${formatType(type)} of the column ${name}`);
    const known = this.used.get(name) ?? { alias: `c${this.used.size + 1}`, type };
    this.used.set(name, known);
    const column: ScanColumn = { scan: this.id, column: name, plain: !masked };
    return { sql: `${relation}.${known.alias}`, type, column };
  }

  fill(sql: string, types: readonly Type[]): void {
    this.inner = { sql, types };
  }

  push(predicate: Pushed): void {
    this.pushed.push(predicate);
  }

  /** Whether the source decides what was pushed to it just as the engine would: texts may be equal there by other rules. */
  get isJudgedExactly(): boolean {
    return this.pushed.every(({ column }) => this.isExact(column));
  }

  /** How many columns are known to be needed, for `comeWithoutSince`. */
  get seen(): number {
    return this.used.size;
  }

  /** The source does with the columns that were looked at since `seen` what the query wants with them; they need not come for that. */
  comeWithoutSince(seen: number): void {
    for (const column of [...this.used.keys()].slice(seen)) {
      this.used.delete(column);
      this.judged.add(column);
    }
  }

  /** The query looks at no more than so many rows that pass what was pushed, whichever they are. */
  limit(rows: bigint): void {
    this.wanted = rows;
  }

  get isInDatabase(): boolean {
    return this.table.source.kind === 'postgres';
  }

  /** Only rows are needed whose `column` is among what `keys` finds in `other`. */
  narrow(column: string, other: Scan, wanted: Pick<Narrowed, 'keys' | 'kind' | 'most'>): void {
    const { source } = other.table;
    const files = 'files' in source ? source.files : undefined;
    // One that waits for keys cannot give them, and a few rows asked for by their own keys are few already.
    if (!this.isInDatabase || this.narrowed !== undefined || other.narrowed !== undefined || this.pushed.some(({ operator }) => operator === '=')) return;
    if (files === undefined && !other.isInDatabase) return;
    this.narrowed = { ...wanted, column, reads: { files: files ?? [], tables: files === undefined ? [other.loaded] : [] } };
  }

  /** Equal rows may come together; what is returned tells how many they are. */
  weigh(relation: string): string {
    this.weighed = relation;
    return `${relation}.n`;
  }

  /** Every row comes by itself all the same. */
  separate(): void {
    this.isSeparate = true;
  }

  /** The sum of a column's values in rows that come together, and how many of them there are; `undefined` where sums are not exact. */
  begin(column: string, type: Type): { sum: string; count: string } | undefined {
    if (!isWhole(type) && type.kind !== 'decimal') return undefined;
    this.begun.set(column, type);
    const index = [...this.begun.keys()].indexOf(column) + 1;
    return { sum: `${this.weighed}.s${index}`, count: `${this.weighed}.m${index}` };
  }

  /** The table as this query may see it: only the columns used, masks and filters inside. */
  toSql(seed: string): string {
    const { filters, masks } = this.table.decision;
    const raw = this.rawColumns();
    const inner = raw.map(({ read, type, alias }) => `CAST(${read} AS ${duckType(type)}) AS ${alias}`);
    const conditions = filters.map((filter) => {
      const column = raw.find(({ name }) => name === filter.column.toLowerCase());
      return conditionOf(filter, column === undefined ? undefined : { sql: `k.${column.alias}`, type: column.type });
    });
    const values = [...this.used].map(([name, { alias, type }]) => {
      const clear = `k.${raw.find((column) => column.name === name)?.alias ?? 'missing'}`;
      const value = shown(clear, type, conditions.length > 0, this.table);
      const mask = maskFor(masks, name);
      return `${mask === undefined ? value : maskOf(mask, { sql: value, type }, seed)} AS ${alias}`;
    });
    if (this.weighed !== undefined) {
      const extra = this.extra(Math.max(raw.length, 1));
      inner.push(...extra.map(({ read, alias }) => `${read} AS ${alias}`));
      values.push(...extra.map(({ alias }) => `k.${alias} AS ${alias}`));
    }
    const where = conditions.length === 0 ? '' : ` WHERE ${[...conditions, ...this.judgedHere(raw)].join(' AND ')}${BARRIER}`;
    return `(SELECT ${values.length === 0 ? '1 AS c0' : values.join(', ')} FROM (SELECT ${inner.length === 0 ? '1 AS k0' : inner.join(', ')} FROM ${this.from()}) AS k${where})`;
  }

  /** Comparisons of the user that cannot fail: they may be tried before the barrier, where the engine can still pass over parts of a file. */
  private judgedHere(raw: readonly { readonly name: string; readonly alias: string; readonly type: Type }[]): string[] {
    return this.pushed.flatMap((predicate) => raw.filter(({ name }) => name === predicate.column).map(({ alias, type }) => pushedSql(predicate, `k.${alias}`, type)));
  }

  /** What the gateway has to list for this scan. */
  listing(): ListingLoad | undefined {
    if (this.table.source.kind !== 'listing') return undefined;
    const columns = this.rawColumns().map(({ name, type }) => ({ name, kind: transport(type).kind }));
    return { table: this.loaded, name: this.table.name, columns: columns.length === 0 ? [{ name: '', kind: 'bigint' }] : columns, pushed: this.pushed };
  }

  /** How a database table gets into the engine: needed columns only, filtered at the source as far as that is exact. */
  load(): Load | undefined {
    const { source, decision } = this.table;
    if (source.kind !== 'postgres') return undefined;
    const columns = this.rawColumns();
    const wanted = columns.length === 0 ? [{ sql: '1::int8', kind: 'bigint' as const }] : columns.map(({ original, type }) => ({ sql: `${quoteName(original)}::${transport(type).cast}`, kind: transport(type).kind }));
    const conditions = [
      ...decision.filters.flatMap((filter) => postgresCondition(filter, this.physical(filter.column), this.typeOf(filter.column.toLowerCase())) ?? []),
      ...this.pushed.map((predicate) => pushedSql(predicate, comparedAs(this.physical(predicate.column), this.typeOf(predicate.column)), this.typeOf(predicate.column))),
    ];
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    const from = `${quoteName(source.schema)}.${quoteName(source.table)}${where}`;
    if (this.weighed === undefined) {
      const select = `SELECT ${wanted.map(({ sql }) => sql).join(', ')} FROM ${from}`;
      const load = this.loadOf(`${select}${this.limitSql()}`, wanted.map(({ kind }) => kind), source.connection);
      if (this.narrowed === undefined) return load;
      const { column, ...narrowed } = this.narrowed;
      return { ...load, narrowed: { ...narrowed, before: `${COPY_BEGIN}${select}${where === '' ? ' WHERE' : ' AND'} ${comparedAs(this.physical(column), this.typeOf(column))} IN (`, after: `)${COPY_END}` } };
    }
    const begun = [...this.begun.keys()].map((column) => quoteName(this.physical(column)));
    return this.loadOf(together(wanted, begun, from, this.isSeparate), [...wanted.map(({ kind }) => kind), ...begun.flatMap(() => ['text', 'bigint'] as const), 'bigint'], source.connection);
  }

  private loadOf(select: string, columns: Load['columns'], connection: Load['connection']): Load {
    return { table: this.loaded, source: this.table.name, connection, columns, copy: `${COPY_BEGIN}${select}${COPY_END}` };
  }

  /** What comes with rows that come together, behind `columns` others. */
  private extra(columns: number): { read: string; alias: string }[] {
    const sums = [...this.begun.values()].flatMap((type, index) => [
      { read: `CAST(v${columns + 2 * index + 1} AS ${type.kind === 'decimal' ? `DECIMAL(38,${type.scale})` : 'HUGEINT'})`, alias: `s${index + 1}` },
      { read: `v${columns + 2 * index + 2}`, alias: `m${index + 1}` },
    ]);
    return [...sums, { read: `v${columns + 2 * this.begun.size + 1}`, alias: 'n' }];
  }

  /** Only where the source keeps exactly the rows that the engine will. */
  private limitSql(): string {
    const filtered = this.table.decision.filters.every((filter) => this.isExact(filter.column) && postgresCondition(filter, filter.column, this.typeOf(filter.column.toLowerCase())) !== undefined);
    return this.wanted !== undefined && filtered && this.isJudgedExactly ? ` LIMIT ${this.wanted}` : '';
  }

  private isExact(column: string): boolean {
    return ['tinyint', 'smallint', 'integer', 'bigint', 'decimal', 'date'].includes(this.typeOf(column.toLowerCase()).kind);
  }

  private get loaded(): string {
    return `load_${this.id.toLowerCase()}`;
  }

  private from(): string {
    const { source } = this.table;
    if (source.kind === 'postgres' || source.kind === 'listing') return this.loaded;
    if (source.kind === 'view') {
      if (this.inner === undefined) throw new Error(`the view ${this.table.name} was left without its query`);
      return `(${this.inner.sql}) AS v`;
    }
    return `read_${source.kind}([${source.files.map(quote).join(', ')}])`;
  }

  private rawColumns(): { name: string; original: string; alias: string; read: string; type: Type }[] {
    const filtered = this.table.decision.filters.map(({ column }) => column.toLowerCase()).filter((name) => this.find(name) !== undefined);
    const loaded = this.table.source.kind === 'postgres' || this.table.source.kind === 'listing';
    const view = this.table.source.kind === 'view';
    return [...new Set([...this.used.keys(), ...filtered])].map((name, index) => {
      const original = this.physical(name);
      return { name, original, alias: `k${index + 1}`, read: loaded ? `v${index + 1}` : view ? `v.c${this.table.columns.findIndex((column) => column.name === original) + 1}` : quoteName(original), type: this.typeOf(name) };
    });
  }

  private find(name: string): { name: string; type: string } | undefined {
    return this.table.columns.find((column) => column.name.toLowerCase() === name);
  }

  private physical(name: string): string {
    const column = this.find(name.toLowerCase());
    if (column === undefined) throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: a policy of ${this.table.name} names a column that does not exist`);
    return column.name;
  }

  private typeOf(name: string): Type {
    return parseType((this.find(name)?.type ?? 'varchar').replace(/\(([7-9]|1[0-2])\)/, (whole, digits: string) => (/^time/.test(this.find(name)?.type ?? '') && Number(digits) > 6 ? '(6)' : whole))).type;
  }
}

/**
 * Each different row once, with its count and the sums of `begun`. Texts are equal here as they are to the engine, letter by letter; of
 * floating-point numbers two may be equal and yet differ, so that each comes by itself.
 */
function together(wanted: readonly { readonly sql: string; readonly kind: Load['columns'][number] }[], begun: readonly string[], from: string, isSeparate: boolean): string {
  if (isSeparate || wanted.some(({ kind }) => kind === 'double')) {
    return `SELECT ${[...wanted.map(({ sql }) => sql), ...begun.flatMap((column) => [`${column}::text`, `(${column} IS NOT NULL)::int::int8`])].join(', ')}, 1::int8 FROM ${from}`;
  }
  const columns = wanted.map(({ sql, kind }) => (kind === 'text' ? `${sql} COLLATE "C"` : sql));
  const sums = begun.flatMap((column) => [`sum(${column})::text`, `count(${column})::int8`]);
  return `SELECT ${[...columns, ...sums].join(', ')}, count(*)::int8 FROM ${from} GROUP BY ${columns.map((_, index) => index + 1).join(', ')}`;
}

function transport(type: Type): { cast: string; kind: Load['columns'][number] } {
  if (['tinyint', 'smallint', 'integer', 'bigint'].includes(type.kind)) return { cast: 'int8', kind: 'bigint' };
  if (type.kind === 'real' || type.kind === 'double') return { cast: 'float8', kind: 'double' };
  return type.kind === 'boolean' ? { cast: 'bool', kind: 'boolean' } : { cast: 'text', kind: 'text' };
}

/** Literals of Postgres and of the engine, quoted by us; `standard_conforming_strings` is set on the connection. */
function pushedSql({ operator, values }: Pushed, name: string, type: Type): string {
  const suffix = type.kind === 'date' ? '::date' : type.kind === 'timestamp' ? '::timestamp' : '';
  const literals = values.map((value) => (typeof value === 'number' ? String(value) : `${quote(value)}${suffix}`));
  return literals.length === 1 ? `${name} ${operator} ${literals[0]}` : `${name} IN (${literals.join(', ')})`;
}
