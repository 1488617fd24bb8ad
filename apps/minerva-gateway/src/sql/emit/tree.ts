/** A node of the tree that the engine's own parser makes of a statement. */
type Tree = Readonly<Record<string, unknown>>;

/** Functions that read a table; nothing else may stand where one is read. */
const READERS = new Set(['read_parquet', 'read_csv', 'read_json']);
/** Functions that stand where a table is read, and read nothing but their arguments. */
const MAKERS = new Set(['range', 'unnest']);
/** Functions that run text as SQL, or look at files, settings or other statements. */
const FORBIDDEN = /^(query|query_table|json_execute_serialized_sql|getenv|current_setting|getvariable|read_|parquet_|glob$|sniff_|duckdb_|pragma_|sql_auto|which_secret|nextval|currval|set_config)/;

export interface Reads { readonly tables: readonly string[]; readonly files: readonly string[] }

/**
 * What a statement reads according to the engine's own parser, from `json_serialize_sql`: a second opinion, made by other people,
 * on the text that our emitter wrote. Throws where anything stands that we never write.
 */
export function readsOf(serialized: string): Reads {
  const tree = JSON.parse(serialized) as { error?: boolean; statements?: unknown[] };
  if (tree.error !== false || tree.statements?.length !== 1) throw new Error('the engine does not read the statement as one query');
  const tables: string[] = [];
  const files: string[] = [];
  walk(tree.statements[0], new Set(), { tables, files });
  return { tables, files };
}

function walk(value: unknown, common: ReadonlySet<string>, found: { tables: string[]; files: string[] }): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, common, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Tree;
  const visible = withCommon(node, common);
  if (node['type'] === 'BASE_TABLE') {
    const name = [node['catalog_name'], node['schema_name'], node['table_name']].filter((part) => part !== '' && part !== undefined).join('.');
    if (!visible.has(name)) found.tables.push(name);
  } else if (node['type'] === 'TABLE_FUNCTION' && !MAKERS.has(String((node['function'] as Tree | undefined)?.['function_name']))) {
    readFunction(node['function'] as Tree, found);
    return;
  } else if (['SHOW_REF', 'PIVOT', 'DELIM_GET', 'COLUMN_DATA'].includes(String(node['type']))) throw new Error(`the engine reads ${String(node['type'])}`);
  if (node['class'] === 'FUNCTION' && FORBIDDEN.test(String(node['function_name']))) throw new Error(`the statement calls ${String(node['function_name'])}`);
  for (const part of Object.values(node)) walk(part, visible, found);
}

/** Names of WITH are seen in the query that has them, and in one another. */
function withCommon(node: Tree, common: ReadonlySet<string>): ReadonlySet<string> {
  const map = (node['cte_map'] as Tree | undefined)?.['map'];
  if (!Array.isArray(map) || map.length === 0) return common;
  return new Set([...common, ...map.map((entry) => String((entry as Tree)['key']))]);
}

function readFunction(call: Tree | undefined, found: { files: string[] }): void {
  const name = String(call?.['function_name']);
  if (!READERS.has(name)) throw new Error(`the statement reads from ${name}`);
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Tree;
    if (node['class'] === 'FUNCTION' && node['function_name'] !== 'list_value') throw new Error(`the files of ${name} are computed`);
    if (node['class'] === 'CONSTANT') texts.push(String((node['value'] as Tree | undefined)?.['value']));
    else Object.values(node).forEach(visit);
  };
  visit(call?.['children']);
  found.files.push(...texts);
}

/** Asserts that a final text reads the decided files and loaded tables: nothing else, and none of them less. */
export function assertReads({ tables, files }: Reads, decided: Reads): void {
  const stray = differing(tables, decided.tables) ?? differing(files, decided.files);
  if (stray !== undefined) throw new Error(`the statement would read ${stray}, which was not decided`);
  const left = differing(decided.tables, tables) ?? differing(decided.files, files);
  if (left !== undefined) throw new Error(`the statement would not read ${left}, which was decided`);
}

const differing = (some: readonly string[], others: readonly string[]): string | undefined => some.find((one) => !others.includes(one));
