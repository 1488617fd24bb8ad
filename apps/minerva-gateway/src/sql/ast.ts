/** The closed set of what a statement may be; what has no node here is refused by the parser. */

/** Place of a node in the text. */
export interface Node { readonly at: number }

export type Expression =
  | (Node & { kind: 'null' })
  | (Node & { kind: 'boolean'; value: boolean })
  | (Node & { kind: 'number'; form: 'integer' | 'decimal' | 'double'; text: string })
  | (Node & { kind: 'string'; value: string })
  | (Node & { kind: 'binary'; hex: string })
  | (Node & { kind: 'typed'; type: string; value: string })
  | (Node & { kind: 'interval'; value: string; unit: string; negative: boolean })
  | (Node & { kind: 'name'; parts: string[] })
  | (Node & { kind: 'unary'; operator: '-' | '+'; operand: Expression })
  | (Node & { kind: 'binop'; operator: '+' | '-' | '*' | '/' | '%' | '||'; left: Expression; right: Expression })
  | (Node & { kind: 'compare'; operator: Comparison; left: Expression; right: Expression })
  | (Node & { kind: 'quantified'; operator: Comparison; quantifier: 'any' | 'all'; left: Expression; query: Query })
  | (Node & { kind: 'logical'; operator: 'and' | 'or'; terms: Expression[] })
  | (Node & { kind: 'not'; operand: Expression })
  | (Node & { kind: 'is-null'; operand: Expression; negated: boolean })
  | (Node & { kind: 'is-distinct'; left: Expression; right: Expression; negated: boolean })
  | (Node & { kind: 'between'; operand: Expression; low: Expression; high: Expression; negated: boolean })
  | (Node & { kind: 'in-list'; operand: Expression; items: Expression[]; negated: boolean })
  | (Node & { kind: 'in-query'; operand: Expression; query: Query; negated: boolean })
  | (Node & { kind: 'like'; operand: Expression; pattern: Expression; escape?: Expression; negated: boolean })
  | (Node & { kind: 'case'; operand?: Expression; branches: { when: Expression; then: Expression }[]; otherwise?: Expression })
  | (Node & { kind: 'cast'; operand: Expression; type: string; safe: boolean })
  | (Node & { kind: 'extract'; field: string; operand: Expression })
  | (Node & { kind: 'exists'; query: Query })
  | (Node & { kind: 'subquery'; query: Query })
  | FunctionCall;

export type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>=';

export interface FunctionCall extends Node {
  kind: 'call';
  name: string;
  args: Expression[];
  /** `count(*)` */
  star: boolean;
  distinct: boolean;
  orderBy: SortItem[];
  filter?: Expression;
  nulls?: 'ignore' | 'respect';
  over?: WindowSpec;
}

export interface WindowSpec { base?: string; partitionBy: Expression[]; orderBy: SortItem[]; frame?: Frame }
export interface Frame { unit: 'rows' | 'range' | 'groups'; start: FrameBound; end?: FrameBound }
export interface FrameBound { kind: 'unbounded-preceding' | 'unbounded-following' | 'current-row' | 'preceding' | 'following'; offset?: Expression }
export interface SortItem { expression: Expression; descending: boolean; nulls?: 'first' | 'last' }

export interface Query extends Node {
  kind: 'query';
  with: CommonTable[];
  body: QueryBody;
  orderBy: SortItem[];
  offset?: string;
  limit?: string;
}
export interface CommonTable extends Node { name: string; columns?: string[]; query: Query }

export type QueryBody = Select | SetOperation | Values | (Node & { kind: 'table-body'; table: TableName }) | Query;
export interface SetOperation extends Node { kind: 'set'; operator: 'union' | 'intersect' | 'except'; all: boolean; left: QueryBody; right: QueryBody }
export interface Values extends Node { kind: 'values'; rows: Expression[][] }
export interface Select extends Node {
  kind: 'select';
  distinct: boolean;
  items: SelectItem[];
  from: Relation[];
  where?: Expression;
  groupBy?: GroupElement[];
  having?: Expression;
  windows: { name: string; spec: WindowSpec }[];
}
export type SelectItem =
  | (Node & { kind: 'star'; qualifier?: string[] })
  | (Node & { kind: 'column'; expression: Expression; alias?: string });
export type GroupElement =
  | { kind: 'simple'; expressions: Expression[] }
  | { kind: 'rollup' | 'cube'; sets: Expression[][] }
  | { kind: 'sets'; sets: Expression[][] };

export interface TableName extends Node { parts: string[] }
export type Relation =
  | (Node & { kind: 'table'; table: TableName; alias?: Alias })
  | (Node & { kind: 'derived'; query: Query; alias?: Alias })
  | (Node & { kind: 'join'; type: 'inner' | 'left' | 'right' | 'full' | 'cross'; left: Relation; right: Relation; on?: Expression; using?: string[] });
export interface Alias { name: string; columns?: string[] }

export type Statement =
  | Query
  | (Node & { kind: 'show-catalogs'; like?: Like })
  | (Node & { kind: 'show-schemas'; catalog?: string; like?: Like })
  | (Node & { kind: 'show-tables'; schema?: string[]; like?: Like })
  | (Node & { kind: 'show-columns'; table: TableName; like?: Like })
  | (Node & { kind: 'show-session' })
  | (Node & { kind: 'use'; catalog?: string; schema: string })
  | (Node & { kind: 'set-session'; name: string; value: Expression })
  | (Node & { kind: 'reset-session'; name: string });
export interface Like { pattern: string; escape?: string }
