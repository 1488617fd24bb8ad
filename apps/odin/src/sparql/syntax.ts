/** The syntax tree of a query as sparqljs builds it: only what the evaluator understands has a type here. */
export interface Variable { readonly termType: 'Variable'; readonly value: string }
interface ParsedLiteral { readonly termType: 'Literal'; readonly value: string; readonly language: string; readonly datatype: { readonly value: string } }
export type ParsedTerm = { readonly termType: 'NamedNode' | 'BlankNode'; readonly value: string } | ParsedLiteral;
export type TermOrVariable = ParsedTerm | Variable;

export type PathType = '/' | '|' | '^' | '*' | '+' | '?' | '!';
export interface PropertyPath { readonly type: 'path'; readonly pathType: PathType; readonly items: readonly Path[] }
export type Path = ParsedTerm | PropertyPath;
export interface Triple { readonly subject: TermOrVariable; readonly predicate: Path | Variable; readonly object: TermOrVariable }

export interface Operation { readonly type: 'operation'; readonly operator: string; readonly args: readonly (Expression | Pattern | readonly Expression[])[] }
export interface FunctionCall { readonly type: 'functionCall'; readonly function: { readonly value: string }; readonly args: readonly Expression[]; readonly distinct?: boolean }
export interface Aggregate { readonly type: 'aggregate'; readonly aggregation: string; readonly expression: Expression | { readonly termType: 'Wildcard' }; readonly distinct?: boolean; readonly separator?: string }
export type Expression = TermOrVariable | Operation | FunctionCall | Aggregate;

export type Pattern =
  | { readonly type: 'bgp'; readonly triples: readonly Triple[] }
  | { readonly type: 'group' | 'optional' | 'union' | 'minus'; readonly patterns: readonly Pattern[] }
  | { readonly type: 'graph'; readonly name: TermOrVariable; readonly patterns: readonly Pattern[] }
  | { readonly type: 'filter'; readonly expression: Expression }
  | { readonly type: 'bind'; readonly variable: Variable; readonly expression: Expression }
  | { readonly type: 'values'; readonly values: readonly Record<string, ParsedTerm | undefined>[] }
  | Query;

export interface Projected { readonly expression: Expression; readonly variable: Variable }
export interface Query {
  readonly type: 'query';
  readonly queryType: 'SELECT' | 'ASK';
  readonly base?: string;
  readonly variables?: readonly (Variable | Projected | { readonly termType: 'Wildcard' })[];
  readonly distinct?: boolean;
  readonly reduced?: boolean;
  readonly from?: { readonly default: readonly ParsedTerm[]; readonly named: readonly ParsedTerm[] };
  readonly where?: readonly Pattern[];
  readonly group?: readonly { readonly expression: Expression; readonly variable?: Variable }[];
  readonly having?: readonly Expression[];
  readonly order?: readonly { readonly expression: Expression; readonly descending?: boolean }[];
  readonly limit?: number;
  readonly offset?: number;
  readonly values?: readonly Record<string, ParsedTerm | undefined>[];
}
