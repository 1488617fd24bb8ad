import type { Expression, Relation } from '../sql/ast.js';
import { quoteName } from '../sql/emit/fragment.js';
import { notSupported, TrinoFailure } from '../sql/failure.js';
import type { MergeCase } from '../sql/statement.js';
import type { Change } from './change.js';
import { Template } from './template.js';
import type { Changing } from './writing.js';

type Merge = Extract<Changing, { kind: 'merge' }>;

/**
 * MERGE as the query of the rows that are there afterwards: those of the table, joined with the source where a case is about matched rows, and
 * beside them those of the source that match none. The source is computed once. A mark tells a row that was joined from one that was not, since
 * all else of it may be NULL.
 */
export function mergeOf(statement: Merge, table: string, columns: readonly string[]): Change {
  assertColumns(statement, columns);
  const template = new Template();
  const parts = partsOf(statement, table, template);
  const matched = statement.cases.filter((one) => one.matched);
  const missing = statement.cases.filter((one) => !one.matched);
  const kept = `SELECT ${columns.map((name) => `${parts.after(name, matched)} AS ${quoteName(name)}`).join(', ')} FROM ${matched.length === 0 ? parts.target : parts.joined(matched)} ${parts.unless(matched)}`;
  const added = missing.length === 0 ? '' : ` UNION ALL SELECT ${columns.map((name) => parts.given(name, columns, missing)).join(', ')} FROM ${parts.unmatched} ${parts.where(missing)}`;
  const about = (action: MergeCase['action'] | undefined): string => parts.countIf(matched, action);
  const counts = [
    `(SELECT count(*) AS n FROM ${parts.target}) AS a`,
    matched.length === 0 ? `(SELECT count(*) AS pairs, 0 AS changed, 0 AS gone FROM ${parts.target}) AS b` : `(SELECT count(*) AS pairs, ${about(undefined)} AS changed, ${about('delete')} AS gone FROM ${parts.joined(matched)}) AS b`,
    missing.length === 0 ? '(VALUES 0) AS c (come)' : `(SELECT count(*) AS come FROM ${parts.unmatched} ${parts.where(missing)}) AS c`,
  ];
  return {
    query: parts.query(`${kept}${added}`),
    counts: parts.query(`SELECT a.n - b.gone + c.come, b.changed + c.come, b.pairs - a.n FROM ${counts.join(' CROSS JOIN ')}`),
    updateType: 'MERGE',
  };
}

/** The pieces that both queries are made of. */
function partsOf({ table: { parts }, alias, using, on }: Merge, table: string, template: Template) {
  const [source, mark] = [Template.name('source'), Template.name('mark')];
  const full = table.split('.').map(quoteName).join('.');
  const target = alias === undefined ? full : `${full} AS ${quoteName(alias)}`;
  const own = `${alias === undefined ? full : quoteName(alias)}.`;
  const marked = (relation: string): string => `(${relation} CROSS JOIN (VALUES true) AS ${mark} (here))`;
  const here = `${mark}.here`;
  const holds = ({ condition }: MergeCase): string => (condition === undefined ? 'true' : template.hole(condition));
  const from = `${source} AS ${quoteName(nameOf(using, parts))}`;
  const condition = template.hole(on);
  const arms = (cases: readonly MergeCase[], then: (one: MergeCase) => string): string => cases.map((one) => ` WHEN ${holds(one)} THEN ${then(one)}`).join('');
  return {
    target,
    /** With the rows of the source that a case acts on: what matches and is left alone is no second match. */
    joined: (cases: readonly MergeCase[]): string => `${target} LEFT JOIN ${marked(from)} ON ${condition}${cases.every((one) => one.condition !== undefined) ? ` AND CASE${arms(cases, () => 'true')} ELSE false END` : ''}`,
    unmatched: `${from} LEFT JOIN ${marked(target)} ON ${condition}`,
    /** What is in a column afterwards. */
    after(name: string, cases: readonly MergeCase[]): string {
      const old = `${own}${quoteName(name)}`;
      const given = ({ action, columns, values }: MergeCase): Expression | undefined => (action === 'update' ? values[columns.findIndex((column) => column.toLowerCase() === name)] : undefined);
      if (cases.every((one) => given(one) === undefined)) return old;
      const set = (one: MergeCase): string => {
        const value = given(one);
        return value === undefined ? old : template.hole(value);
      };
      return `CASE WHEN ${here} IS NULL THEN ${old}${arms(cases, set)} ELSE ${old} END`;
    },
    /** What a new row has in a column. */
    given(name: string, all: readonly string[], cases: readonly MergeCase[]): string {
      const value = ({ columns, values }: MergeCase): string => {
        const found = values[(columns.length === 0 ? all : columns).findIndex((column) => column.toLowerCase() === name)];
        return found === undefined ? 'NULL' : template.hole(found);
      };
      const [only] = cases;
      return cases.length === 1 && only !== undefined ? value(only) : `CASE${arms(cases, value)} END`;
    },
    /** All rows but those that a case removes; the first case that holds is the one that counts. */
    unless: (cases: readonly MergeCase[]): string => (cases.some(({ action }) => action === 'delete') ? `WHERE CASE WHEN ${here} IS NULL THEN true${arms(cases, ({ action }) => String(action !== 'delete'))} ELSE true END` : ''),
    where: (cases: readonly MergeCase[]): string => `WHERE CASE WHEN ${here} IS NOT NULL THEN false${arms(cases, () => 'true')} ELSE false END`,
    countIf: (cases: readonly MergeCase[], action: MergeCase['action'] | undefined): string => `count_if(CASE WHEN ${here} IS NULL THEN false${arms(cases, (one) => String(action === undefined || one.action === action))} ELSE false END)`,
    query(text: string): Change['query'] {
      const query = template.query(`WITH ${source} AS (SELECT * FROM ${template.hole(using)}) ${text}`);
      return { ...query, with: query.with.map((common) => ({ ...common, materialized: true })) };
    },
  };
}

/** What the source is called in the conditions. */
function nameOf(using: Relation, target: readonly string[]): string {
  if ('alias' in using && using.alias !== undefined) return using.alias.name;
  if (using.kind !== 'table') throw notSupported('A MERGE whose source has no name of its own (write it as a query in parentheses with a name)');
  const name = using.table.parts.at(-1) ?? '';
  if (name === target.at(-1)) throw new TrinoFailure('AMBIGUOUS_NAME', `Source and target of the MERGE are both called '${name}': give one of them another name`);
  return name;
}

function assertColumns({ cases }: Merge, table: readonly string[]): void {
  for (const { action, columns, values } of cases) {
    const names = columns.map((column) => column.toLowerCase());
    const unknown = names.find((name) => !table.includes(name));
    if (unknown !== undefined) throw new TrinoFailure('COLUMN_NOT_FOUND', `Merge column name does not exist in target table: ${unknown}`);
    if (new Set(names).size !== names.length) throw new TrinoFailure('DUPLICATE_COLUMN_NAME', 'Merge column name is specified more than once');
    const wanted = action === 'insert' && columns.length === 0 ? table.length : columns.length;
    if (action !== 'delete' && values.length !== wanted) throw new TrinoFailure('TYPE_MISMATCH', `A case of the MERGE has ${values.length} values for ${wanted} columns`);
  }
}
