import { notSupported } from '../failure.js';
import { nameOf } from '../parse/statement.parser.js';
import type { AnyStatement } from '../statement.js';
import { type GovernedTable, isGoverned } from './governed.js';

/** Table functions that do nothing but compute from what they are given. */
const TABLE_FUNCTIONS = new Set(['sequence', 'exclude_columns']);

/**
 * Decides whether a statement may go to a cluster at all, before anything is replaced. Only what is listed may; `read` are the tables
 * whose rows it reads, `written` those it changes.
 */
export function assertForwardable(statement: AnyStatement, read: readonly GovernedTable[], written: readonly GovernedTable[]): void {
  const governed = read.find(isGoverned);
  const guarded = written.find(isGoverned);
  const only = (what: string, table: GovernedTable | undefined): void => {
    if (table !== undefined) throw notSupported(`${what} the table ${table.name}, of which a policy hides something,`);
  };
  switch (statement.kind) {
    case 'query': return assertPlain(statement);
    case 'explain':
      // A plan shows the conditions of policy, and estimates made from rows that policy hides.
      only('EXPLAIN of', governed ?? guarded);
      return assertForwardable(statement.statement, read, written);
    case 'show-stats':
      if (statement.query === undefined) throw notSupported('SHOW STATS for a table');
      return only('SHOW STATS for', governed);
    case 'insert': case 'create-table-as':
      // Rows would appear or stay hidden by a policy that the writer does not see.
      only('Writing to', guarded);
      return assertPlain(statement.query);
    case 'delete': case 'update': case 'merge':
      // Conditions and assignments would see clear values, and the count of rows would tell them.
      return only('Changing rows of', guarded);
    case 'create-view':
      // The text of a view outlives the decision; what it reads would be frozen as its author saw it.
      only('A view of', governed);
      return assertPlain(statement.query);
    default: throw notSupported(`The statement ${nameOf(statement)} on a cluster`);
  }
}

function assertPlain(query: { preamble?: unknown }): void {
  // A function of the user could stand in for one that masks; a session property could change what the engine does.
  if (query.preamble !== undefined) throw notSupported('WITH FUNCTION and WITH SESSION');
}

/** A function by a qualified name could do anything; the ones of table functions are known one by one. */
export function assertFunctions(functions: readonly (readonly string[])[]): void {
  for (const [first, ...name] of functions) {
    const allowed = first === 'table' && TABLE_FUNCTIONS.has(name.at(-1) ?? '') && (name.length === 1 || name.slice(0, -1).join('.') === 'system.builtin');
    if (!allowed) throw notSupported(first === 'table' ? `The table function ${name.join('.')}` : 'A qualified function name');
  }
}
