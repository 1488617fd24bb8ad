import type { Query, WindowSpec } from '../../sql/ast.js';
import type { Defaults } from '../../sql/names.js';
import { type Flow, union, used } from './flow.js';

/** A table as it may be read; `view` is what stands behind its name, `filtered` what policy looks at to decide on its rows. */
export interface TracedTable {
  readonly name: string;
  /** In lower case, in the table's order. */
  readonly columns: readonly string[];
  readonly filtered?: readonly string[];
  readonly view?: { readonly query: Query; readonly defaults: Defaults };
  /** Listed by the gateway itself: no data of anybody. */
  readonly metadata?: boolean;
}

/** What a query makes: its columns, what decides on its rows, and, where not all of its columns are known, what the others may be made of. */
export interface Traced {
  readonly columns: readonly { readonly name: string; readonly flow: Flow }[];
  readonly rows: Flow;
  readonly open?: Flow;
}

export interface Field { readonly name: string; readonly qualifiers: readonly (readonly string[])[]; readonly flow: Flow }
export interface TracedRelation { readonly fields: readonly Field[]; readonly rows: Flow; readonly open?: Flow }

/** The names an expression may use; `outputs` come first (ORDER BY). */
export interface Scope {
  readonly fields: readonly Field[];
  readonly open?: Flow;
  readonly parent?: Scope;
  readonly outputs?: ReadonlyMap<string, Flow>;
}

export interface Env {
  readonly tables: ReadonlyMap<string, TracedTable>;
  readonly defaults: Defaults;
  readonly common: ReadonlyMap<string, Traced>;
  readonly parent?: Scope;
  /** Views that were traced already, or are being traced. */
  readonly views: Map<string, Traced>;
  /** Traces a nested query; given to avoid a circle of modules. */
  readonly query: (query: Query, env: Env) => Traced;
}

/** Where an expression stands. */
export interface Place { readonly env: Env; readonly scope: Scope; readonly windows: ReadonlyMap<string, WindowSpec> }

/**
 * What a name stands for. It refuses nothing: the statement was understood by others before. Where several meanings are possible they
 * all count, and a name that means nothing known stands for all there is: rather too much than too little.
 */
export function resolve(parts: readonly string[], scope: Scope): Flow {
  const whole = lookup(parts, scope);
  const fields = Array.from({ length: parts.length - 1 }, (_, index) => lookup(parts.slice(0, parts.length - 1 - index), scope)).find((flow) => flow !== undefined);
  if (whole !== undefined) return fields === undefined ? whole : union([whole, used(fields, 'TRANSFORMATION')]);
  if (fields !== undefined) return used(fields, 'TRANSFORMATION');
  return used(everything(scope), 'TRANSFORMATION');
}

function lookup(parts: readonly string[], scope: Scope): Flow | undefined {
  const name = parts.at(-1) ?? '';
  const qualifier = parts.slice(0, -1);
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const output = qualifier.length === 0 ? at.outputs?.get(name) : undefined;
    if (output !== undefined) return output;
    const found = at.fields.filter((field) => field.name === name && matches(field, qualifier)).map(({ flow }) => flow);
    if (found.length > 0) return at.open === undefined ? union(found) : union([...found, at.open]);
    if (at.open !== undefined) return at.open;
  }
  return undefined;
}

function everything(scope: Scope | undefined): Flow {
  return scope === undefined ? new Map() : union([...scope.fields.map(({ flow }) => flow), scope.open ?? new Map(), everything(scope.parent)]);
}

/** The fields that `*` or `qualifier.*` stands for. */
export const starOf = (fields: readonly Field[], qualifier: readonly string[] | undefined): Field[] => fields.filter((field) => qualifier === undefined || matches(field, qualifier));

const matches = (field: Field, qualifier: readonly string[]): boolean =>
  qualifier.length === 0 || field.qualifiers.some((known) => known.length === qualifier.length && known.every((part, index) => part === qualifier[index]));
