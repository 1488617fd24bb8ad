import { quote, quoteName } from '../emit/fragment.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { type Defaults, isMetadata, qualify } from '../names.js';
import { type Parsed, parse } from '../parse/parse.js';
import type { LongName, NameScope, TableReference } from '../parse/references.js';
import { type GovernedTable, governedSelect, qualifiedName } from './governed.js';
import { assertForwardable, assertFunctions } from './rules.js';

export interface SpliceInput {
  readonly defaults: Defaults;
  /** Makes random masks stable within this query and different in the next. */
  readonly seed: string;
  /** Every table the statement names, by `catalog.schema.table`, decided for the user. */
  readonly tables: ReadonlyMap<string, GovernedTable>;
}

/** A replacement of the characters from `at` to `end`. */
export interface Edit { readonly at: number; readonly end: number; readonly text: string }
export interface Spliced { readonly sql: string; readonly edits: readonly Edit[]; readonly read: readonly string[]; readonly written: readonly string[] }

/** The tables a statement names, completed, once each: those to be decided before `splice`. */
export function namedTables({ references, statement }: Parsed, defaults: Defaults): { read: string[]; written: string[] } {
  const names = (wanted: (reference: TableReference) => boolean): string[] => [...new Set(references.tables.filter(wanted).map(({ name }) => qualify(name, defaults).join('.')))];
  const own = { read: names(({ role }) => role !== 'write'), written: names(({ role }) => role === 'write') };
  if (statement.kind !== 'execute-immediate') return own;
  const inner = namedTables(parse(statement.text), defaults);
  return { read: [...new Set([...own.read, ...inner.read])], written: [...new Set([...own.written, ...inner.written])] };
}

/**
 * Replaces every place where a statement reads a table by what the user may see of it, and completes every other name; all other
 * characters stay as they are. For engines that speak Trino. Statements that are not known to be safe are refused by name.
 */
export function splice(parsed: Parsed, input: SpliceInput): Spliced {
  const { statement, references, text } = parsed;
  if (statement.kind === 'execute-immediate') return spliceImmediate(parsed, statement.text, input);
  const tables = references.tables.map((reference) => resolve(reference, input));
  const read = new Map<string, GovernedTable>();
  const written = new Map<string, GovernedTable>();
  for (const { reference, table } of tables) (reference.role === 'write' ? written : read).set(table.name, table);
  assertForwardable(statement, [...read.values()], [...written.values()]);
  assertFunctions(references.functions);
  const edits = tables.map(({ reference, table, parts }) => editOf(reference, table, parts, text, input.seed));
  for (const name of references.names) {
    const edit = nameEdit(name, text, input.defaults);
    if (edit !== undefined) edits.push(edit);
  }
  if (edits.length > 1) edits.sort((a, b) => a.at - b.at);
  return { sql: apply(text, edits), edits, read: [...read.keys()], written: [...written.keys()] };
}

/** The text of EXECUTE IMMEDIATE is a statement like any other; its values must read nothing. */
function spliceImmediate({ references, statement, text }: Parsed, inner: string, input: SpliceInput): Spliced {
  if (references.tables.length > 0) throw notSupported('A query among the values of EXECUTE IMMEDIATE');
  assertFunctions(references.functions);
  const parsed = parse(inner);
  if (parsed.statement.kind === 'execute-immediate') throw notSupported('EXECUTE IMMEDIATE within EXECUTE IMMEDIATE');
  const spliced = splice(parsed, input);
  const literal = /^\s*execute\s+immediate\s+'(?:[^']|'')*'/i.exec(text.slice(statement.at));
  if (literal === null) throw notSupported('EXECUTE IMMEDIATE with comments or Unicode escapes before its text');
  return { ...spliced, edits: [], sql: `EXECUTE IMMEDIATE ${quote(spliced.sql)}${text.slice(statement.at + literal[0].length)}` };
}

interface Resolved { reference: TableReference; table: GovernedTable; parts: [string, string, string] }

function resolve(reference: TableReference, { defaults, tables }: SpliceInput): Resolved {
  const parts = qualify(reference.name, defaults);
  // A cluster would list what its own account may see, not what the user may know.
  if (isMetadata(parts)) throw notSupported(`${parts.join('.')} beside tables of a cluster`);
  const table = tables.get(parts.join('.'));
  if (table === undefined) throw new Error(`the table ${parts.join('.')} was not decided`);
  return { reference, table, parts };
}

function editOf(reference: TableReference, table: GovernedTable, parts: [string, string, string], text: string, seed: string): Edit {
  const { name, period, place } = reference;
  const at = reference.from;
  const end = period?.end ?? name.end;
  if (place === 'target' || place === 'statement') return { at, end, text: qualifiedName(parts) };
  if (place === 'like') throw notSupported('CREATE TABLE … LIKE');
  const select = governedSelect(table, parts, period === undefined ? '' : text.slice(period.at, period.end), seed);
  if (place === 'argument') return { at, end, text: select };
  return { at, end, text: place === 'relation' && !reference.aliased ? `(${select}) AS ${quoteName(parts[2])}` : `(${select})` };
}

/** `schema.table.column` names a relation that is now called `table` only. */
function nameEdit(name: LongName, text: string, defaults: Defaults): Edit | undefined {
  const { parts, ends, at } = name;
  const inner: NameScope[] = [];
  for (let scope: NameScope | undefined = name.scope; scope !== undefined; scope = scope.parent) {
    for (const length of [3, 2]) {
      if (parts.length <= length) continue;
      const qualifier = parts.slice(0, length).join('.');
      const matches = scope.tables.filter((table) => !table.aliased && qualify(table.name, defaults).slice(-length).join('.') === qualifier);
      if (matches.length === 0) continue;
      const last = parts[length - 1] ?? '';
      const called = (where: NameScope): number => where.aliases.filter((alias) => alias === last).length + where.tables.filter((table) => !table.aliased && table.name.parts.at(-1) === last).length;
      // What is written instead must mean the same table: nothing else by that name, here or on the way here.
      if (matches.length > 1 || called(scope) > 1 || inner.some((where) => called(where) > 0) || scope.aliases.includes(parts[0] ?? '')) {
        throw new TrinoFailure('AMBIGUOUS_NAME', `Column '${parts.join('.')}' could belong to several relations; give the tables aliases`);
      }
      const end = ends[length - 2];
      if (end === undefined) throw new Error('a name without its places');
      return { at, end, text: quoteName(last) };
    }
    inner.push(scope);
  }
  return undefined;
}

function apply(text: string, edits: readonly Edit[]): string {
  let sql = '';
  let from = 0;
  for (const edit of edits) {
    if (edit.at < from) throw notSupported('A query inside what says which version of a table is read');
    sql += text.slice(from, edit.at) + edit.text;
    from = edit.end;
  }
  return sql + text.slice(from);
}

/** Where in the user's text a place of the spliced text comes from: a place inside of what was put in is that of the table's name. */
export function originOf(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { at, end, text } of edits) {
    if (offset < at + shift) break;
    if (offset < at + shift + text.length) return at;
    shift += text.length - (end - at);
  }
  return offset - shift;
}
