/** For each column of a view (lower-case name) the source columns it is made of, as `<address>#<column>`. */
export type ColumnOrigins = ReadonlyMap<string, readonly string[]>;
export type ViewOrigins = ReadonlyMap<string, ColumnOrigins>;
type Node = Record<string, unknown>;

export class UnsafeSql extends Error {}

/** Expressions made of nothing but their children; any other kind counts as not understood. */
const plainClasses = new Set(['CONSTANT', 'FUNCTION', 'CAST', 'OPERATOR', 'COMPARISON', 'CONJUNCTION', 'CASE', 'BETWEEN', 'WINDOW', 'COLLATE']);
const tableFunctions = new Set(['range', 'generate_series', 'unnest']);

/** The relations of one SELECT scope by alias; `undefined` origins: not understood. */
interface Scope {
  readonly relations: ReadonlyMap<string, ColumnOrigins | undefined>;
}

/**
 * Checks a step's parsed SQL (DuckDB's `json_serialize_sql`) and names every declared view it reads. A relation that is
 * not a view of the job, or a function that opens files or runs text as SQL, is refused: it would go around policy.
 */
export function readViews(ast: unknown, declared: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  visit(ast, new Set(), (node, ctes) => {
    if (node['type'] === 'TABLE_FUNCTION') {
      const name = String((node['function'] as Node | undefined)?.['function_name'] ?? '');
      if (!tableFunctions.has(name.toLowerCase())) throw new UnsafeSql(`the table function ${name} may not be used in a step`);
    }
    if (node['type'] !== 'BASE_TABLE') return;
    const name = String(node['table_name']);
    const qualified = [node['catalog_name'], node['schema_name']].some((part) => part !== undefined && part !== '');
    // A name that is both is counted as the view: `WITH v AS (SELECT … FROM v)` reads the view.
    if (!qualified && ctes.has(name.toLowerCase()) && !declared.has(name.toLowerCase())) return;
    if (qualified || !declared.has(name.toLowerCase())) throw new UnsafeSql(`"${name}" is not an input or an earlier step of the job`);
    found.add(name.toLowerCase());
  });
  return found;
}

function visit(value: unknown, ctes: ReadonlySet<string>, see: (node: Node, ctes: ReadonlySet<string>) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, ctes, see);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const node = value as Node;
  const own = cteNames(node);
  const inner = own.length === 0 ? ctes : new Set([...ctes, ...own]);
  see(node, inner);
  for (const child of Object.values(node)) visit(child, inner, see);
}

function cteNames(node: Node): string[] {
  const map = (node['cte_map'] as Node | undefined)?.['map'];
  const names = Array.isArray(map) ? map.map((entry) => String((entry as Node)['key']).toLowerCase()) : [];
  // A quoted name such as "x.parquet" would open a file where the name is not yet in scope.
  const odd = names.find((name) => !/^[a-z_][a-z0-9_]*$/.test(name));
  if (odd !== undefined) throw new UnsafeSql(`"${odd}" may not name a part of the statement`);
  return names;
}

/**
 * Where each output column comes from. Understood: one plain SELECT over views and joins of them. Anything else, and any
 * column that cannot be placed, depends on every column of every view the statement reads: too much rather than too little.
 */
export function traceColumns(ast: unknown, outputColumns: readonly string[], views: ViewOrigins, read: ReadonlySet<string>): ColumnOrigins {
  const everything = unique([...read].flatMap((name) => [...(views.get(name)?.values() ?? [])].flat()));
  const traced = traceSelect(ast, views);
  return new Map(outputColumns.map((name, index) => {
    const inputs = traced !== undefined && traced.length === outputColumns.length ? traced[index] : undefined;
    return [name.toLowerCase(), inputs ?? everything];
  }));
}

/** The inputs of each select item in order, `undefined` for what is not understood. */
function traceSelect(ast: unknown, views: ViewOrigins): ((readonly string[]) | undefined)[] | undefined {
  const statement = ((ast as Node)['statements'] as Node[] | undefined)?.[0];
  const node = statement?.['node'] as Node | undefined;
  if (node?.['type'] !== 'SELECT_NODE' || cteNames(node).length > 0) return undefined;
  const relations = new Map<string, ColumnOrigins | undefined>();
  if (!collectRelations(node['from_table'] as Node, views, relations)) return undefined;
  const scope: Scope = { relations };
  const items = node['select_list'] as Node[];
  const result: (readonly string[] | undefined)[] = [];
  for (const item of items) {
    if (item['class'] === 'STAR') {
      const expanded = expandStar(item, scope);
      if (expanded === undefined) return undefined;
      result.push(...expanded);
    } else {
      result.push(traceExpression(item, scope));
    }
  }
  return result;
}

function collectRelations(from: Node | undefined, views: ViewOrigins, into: Map<string, ColumnOrigins | undefined>): boolean {
  if (from?.['type'] === 'BASE_TABLE') {
    const name = String(from['table_name']).toLowerCase();
    const alias = String(from['alias'] || name).toLowerCase();
    if (into.has(alias) || ((from['column_name_alias'] as unknown[] | undefined)?.length ?? 0) > 0) return false;
    into.set(alias, views.get(name));
    return true;
  }
  if (from?.['type'] === 'JOIN') {
    // USING and NATURAL merge columns, which changes what `*` means.
    if (from['ref_type'] !== 'REGULAR' && from['ref_type'] !== 'CROSS') return false;
    if (((from['using_columns'] as unknown[] | undefined)?.length ?? 0) > 0) return false;
    return collectRelations(from['left'] as Node, views, into) && collectRelations(from['right'] as Node, views, into);
  }
  return false;
}

function expandStar(item: Node, { relations }: Scope): (readonly string[])[] | undefined {
  const changed = ['exclude_list', 'replace_list', 'rename_list', 'qualified_exclude_list'].some((key) => (item[key] as unknown[] | undefined)?.length);
  if (changed || item['columns'] === true || item['expr']) return undefined;
  const name = String(item['relation_name'] ?? '').toLowerCase();
  const chosen = name === '' ? [...relations.values()] : [relations.get(name)];
  return chosen.some((origins) => origins === undefined) ? undefined : chosen.flatMap((origins) => [...(origins?.values() ?? [])]);
}

function traceExpression(expression: Node, scope: Scope): readonly string[] | undefined {
  let understood = true;
  const inputs: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== 'object') return;
    const node = value as Node;
    const kind = node['class'];
    if (kind === 'COLUMN_REF') {
      const origins = resolveColumn((node['column_names'] as string[]).map((name) => name.toLowerCase()), scope);
      if (origins === undefined) understood = false;
      else inputs.push(...origins);
      return;
    }
    if (kind !== undefined && !plainClasses.has(String(kind))) understood = false;
    Object.values(node).forEach(walk);
  };
  walk(expression);
  return understood ? unique(inputs) : undefined;
}

function resolveColumn(names: readonly string[], { relations }: Scope): readonly string[] | undefined {
  const [first = '', second] = names;
  if (names.length === 2) return relations.get(first)?.get(second ?? '');
  if (names.length !== 1) return undefined;
  const found = [...relations.values()].flatMap((origins) => (origins?.has(first) === true ? [origins.get(first)] : []));
  return found.length === 1 && [...relations.values()].every((origins) => origins !== undefined) ? found[0] : undefined;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
