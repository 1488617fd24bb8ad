import type { Expression, FunctionCall, Query, WindowSpec } from '../../sql/ast.js';
import { type Flow, NOTHING, union, used } from './flow.js';
import { type Place, resolve, type Traced } from './scope.js';

/** Functions of Trino that make one value of many rows. */
const AGGREGATES: ReadonlySet<string> = new Set(`any_value approx_distinct approx_most_frequent approx_percentile approx_set arbitrary array_agg avg bitwise_and_agg bitwise_or_agg bitwise_xor_agg bool_and
  bool_or checksum corr count count_if covar_pop covar_samp entropy every geometric_mean grouping histogram kurtosis listagg map_agg map_union max max_by merge min min_by multimap_agg numeric_histogram qdigest_agg
  reduce_agg regr_intercept regr_slope set_agg set_union skewness stddev stddev_pop stddev_samp sum tdigest_agg var_pop var_samp variance`.split(/\s+/));

/** What the value of an expression is made of, and what decides about it. */
export function flowOf(expression: Expression, place: Place): Flow {
  switch (expression.kind) {
    case 'null': case 'boolean': case 'number': case 'string': case 'binary': case 'typed': case 'interval': return NOTHING;
    case 'name': return resolve(expression.parts, place.scope);
    case 'call': return callOf(expression, place);
    case 'exists': return nested(expression.query, place).rows;
    case 'subquery': return valueOf(nested(expression.query, place));
    case 'case': return caseOf(expression, place);
    case 'lambda': return flowOf(expression.body, { ...place, scope: { fields: expression.parameters.map((name) => ({ name, qualifiers: [], flow: NOTHING })), parent: place.scope } });
    default: return used(within(Object.values(expression), place), 'TRANSFORMATION');
  }
}

/** The same of anything that expressions stand in, so that no place can be forgotten. */
export function within(value: unknown, place: Place): Flow {
  if (Array.isArray(value)) return union(value.map((item) => within(item, place)));
  if (typeof value !== 'object' || value === null) return NOTHING;
  const node = value as { kind?: unknown; at?: unknown; base?: unknown };
  if (node.kind === 'query') return valueOf(nested(value as Query, place));
  if (typeof node.kind === 'string' && typeof node.at === 'number') return flowOf(value as Expression, place);
  if (typeof node.base === 'string') return windowOf(value as WindowSpec, place);
  return union(Object.values(value).map((part) => within(part, place)));
}

const nested = (query: Query, { env, scope }: Place): Traced => env.query(query, { ...env, parent: scope });

/** A query as a value: its columns, and that there are rows at all. */
const valueOf = ({ columns, rows, open = NOTHING }: Traced): Flow => union([used(union([...columns.map(({ flow }) => flow), open]), 'TRANSFORMATION'), rows]);

function callOf(call: FunctionCall, place: Place): Flow {
  const [first, ...rest] = call.args;
  const way = AGGREGATES.has(call.name) ? 'AGGREGATION' : 'TRANSFORMATION';
  const conditional = call.name === 'if' && first !== undefined;
  return union([
    conditional ? used(flowOf(first, place), 'CONDITIONAL') : NOTHING,
    used(within(conditional ? rest : call.args, place), way),
    used(call.filter === undefined ? NOTHING : flowOf(call.filter, place), 'CONDITIONAL'),
    used(within(call.orderBy, place), 'SORT'),
    call.over === undefined ? NOTHING : windowOf(call.over, place),
  ]);
}

function caseOf({ operand, branches, otherwise }: Extract<Expression, { kind: 'case' }>, place: Place): Flow {
  const conditions = [...(operand === undefined ? [] : [operand]), ...branches.map(({ when }) => when)];
  const results = [...branches.map(({ then }) => then), ...(otherwise === undefined ? [] : [otherwise])];
  return union([used(within(conditions, place), 'CONDITIONAL'), used(within(results, place), 'TRANSFORMATION')]);
}

/** A window that names another is that one too. */
function windowOf({ base, ...spec }: WindowSpec, place: Place): Flow {
  const named = base === undefined ? undefined : place.windows.get(base);
  // Looked for among the others only, so that windows that name each other end.
  const others = new Map([...place.windows].filter(([name]) => name !== base));
  return used(union([within(Object.values(spec), place), named === undefined ? NOTHING : windowOf(named, { ...place, windows: others })]), 'WINDOW');
}
