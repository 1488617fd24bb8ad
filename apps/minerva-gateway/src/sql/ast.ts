/** The closed set of what a query may be, as a typed tree. Statements are in statement.ts. What has no node here is refused by the parser. */

/** `at`: where errors point to (the operator, for operators); `end`: behind the last character of the node. Both count UTF-16 units. */
export interface Node { readonly at: number; readonly end: number }

export type Expression =
  | (Node & { kind: 'null' })
  | (Node & { kind: 'boolean'; value: boolean })
  | (Node & { kind: 'number'; form: 'integer' | 'decimal' | 'double'; text: string })
  | (Node & { kind: 'string'; value: string })
  | (Node & { kind: 'binary'; hex: string })
  | (Node & { kind: 'typed'; type: string; value: string })
  | (Node & { kind: 'interval'; value: string; unit: string; to?: string; negative: boolean })
  | (Node & { kind: 'name'; parts: string[] })
  | (Node & { kind: 'unary'; operator: '-' | '+'; operand: Expression })
  | (Node & { kind: 'binop'; operator: BinaryOperator; left: Expression; right: Expression })
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
  | FunctionCall
  | RareExpression;

/** Expressions that the grammar has and few queries use. */
export type RareExpression =
  | (Node & { kind: 'parameter'; index: number })
  | (Node & { kind: 'row'; items: { value: Expression; name?: string }[] })
  | (Node & { kind: 'array'; items: Expression[] })
  | (Node & { kind: 'subscript'; operand: Expression; index: Expression })
  | (Node & { kind: 'field'; operand: Expression; name: string })
  | (Node & { kind: 'lambda'; parameters: string[]; body: Expression })
  | (Node & { kind: 'at-zone'; operand: Expression; zone?: Expression })
  | (Node & { kind: 'trim'; side: 'leading' | 'trailing' | 'both'; characters?: Expression; operand: Expression })
  | (Node & { kind: 'normalize'; operand: Expression; form: string })
  | (Node & { kind: 'named'; name: string; value: Expression })
  | (Node & { kind: 'measure'; name: string; over: WindowSpec })
  | JsonExpression;
export type RareKind = RareExpression['kind'];

/** JSON_EXISTS, JSON_VALUE, JSON_QUERY, JSON_OBJECT and JSON_ARRAY; `clauses` are their options in canonical words. */
export interface JsonExpression extends Node {
  kind: 'json';
  function: string;
  input: Expression[];
  path?: string;
  passing: { value: Expression; name: string }[];
  defaults: Expression[];
  clauses: string[];
}

export type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>=';
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '||';

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
  /** All parts of a qualified function name. */
  qualified?: string[];
  /** LISTAGG … ON OVERFLOW, other than the default. */
  overflow?: string;
  /** RUNNING or FINAL, and `label.*`, of row pattern recognition. */
  pattern?: string;
}

export interface WindowSpec { base?: string; partitionBy: Expression[]; orderBy: SortItem[]; frame?: Frame; pattern?: RowPattern }
export interface Frame { unit: 'rows' | 'range' | 'groups'; start: FrameBound; end?: FrameBound }
export interface FrameBound { kind: 'unbounded-preceding' | 'unbounded-following' | 'current-row' | 'preceding' | 'following'; offset?: Expression }
export interface SortItem { expression: Expression; descending: boolean; nulls?: 'first' | 'last' }

/** MEASURES, PATTERN and DEFINE, of MATCH_RECOGNIZE and of windows. */
export interface RowPattern extends Node {
  partitionBy: Expression[];
  orderBy: SortItem[];
  measures: { expression: Expression; name: string }[];
  subsets: { name: string; members: string[] }[];
  definitions: { name: string; condition: Expression }[];
  options: string[];
}

export type RowCount = string | (Node & { kind: 'parameter'; index: number });

export interface Query extends Node {
  kind: 'query';
  with: CommonTable[];
  recursive?: boolean;
  body: QueryBody;
  orderBy: SortItem[];
  offset?: RowCount;
  limit?: RowCount;
  withTies?: boolean;
  /** Functions and session properties given by WITH FUNCTION and WITH SESSION. */
  preamble?: Preamble;
}
export interface Preamble { functions: string[]; properties: { name: string; value: Expression }[] }
/** `materialized`: of queries of ours, one that has to be computed once however often it is named. */
export interface CommonTable extends Node { name: string; columns?: string[]; query: Query; materialized?: boolean }

export type QueryBody = Select | SetOperation | Values | (Node & { kind: 'table-body'; table: TableName }) | Query;
export interface SetOperation extends Node {
  kind: 'set';
  operator: 'union' | 'intersect' | 'except';
  all: boolean;
  left: QueryBody;
  right: QueryBody;
  corresponding?: string[];
}
export interface Values extends Node { kind: 'values'; rows: Expression[][] }
export interface Select extends Node {
  kind: 'select';
  distinct: boolean;
  items: SelectItem[];
  from: Relation[];
  where?: Expression;
  groupBy?: GroupElement[];
  /** GROUP BY DISTINCT, GROUP BY AUTO. */
  grouping?: 'distinct' | 'auto';
  having?: Expression;
  windows: { name: string; spec: WindowSpec }[];
}
export type SelectItem =
  | (Node & { kind: 'star'; qualifier?: string[] })
  | (Node & { kind: 'row-star'; operand: Expression; aliases?: string[] })
  | (Node & { kind: 'column'; expression: Expression; alias?: string });
export type GroupElement =
  | { kind: 'simple'; expressions: Expression[] }
  | { kind: 'rollup' | 'cube'; sets: Expression[][] }
  | { kind: 'sets'; sets: Expression[][] };

export interface TableName extends Node { parts: string[] }
export interface Alias { name: string; columns?: string[] }
export type JoinType = 'inner' | 'left' | 'right' | 'full' | 'cross';
export type Relation =
  | (Node & { kind: 'table'; table: TableName; alias?: Alias; period?: Period })
  | (Node & { kind: 'derived'; query: Query; alias?: Alias })
  | (Node & { kind: 'join'; type: JoinType; left: Relation; right: Relation; on?: Expression; using?: string[]; natural?: boolean })
  | RareRelation;
export type RareRelation =
  | (Node & { kind: 'lateral'; query: Query; alias?: Alias })
  | (Node & { kind: 'unnest'; items: Expression[]; ordinality: boolean; alias?: Alias })
  | (Node & { kind: 'named-join'; relation: Relation; alias: Alias })
  | (Node & { kind: 'sample'; relation: Relation; method: 'bernoulli' | 'system'; percentage: Expression })
  | (Node & { kind: 'recognize'; relation: Relation; pattern: RowPattern; alias?: Alias })
  | (Node & { kind: 'json-table'; input: Expression; passing: { value: Expression; name: string }[]; defaults: Expression[]; alias?: Alias })
  | (Node & { kind: 'table-function'; name: string[]; args: TableArgument[]; alias?: Alias });
/** FOR VERSION AS OF, FOR TIMESTAMP AS OF; the text from `at` to `end`. */
export interface Period extends Node { unit: 'version' | 'timestamp'; value: Expression }
export type TableArgument = Node & { name?: string } & (
  | { kind: 'value'; value: Expression }
  | { kind: 'descriptor'; columns: string[] }
  | { kind: 'rows'; query?: Query; table?: TableName; partitionBy: Expression[]; orderBy: SortItem[]; options: string[] });

export type { Like, Statement } from './statement.js';
