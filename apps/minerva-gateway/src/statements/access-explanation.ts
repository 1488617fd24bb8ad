import type { AccessExplanation } from '@dataos/contracts-minerva';
import type { Rewritten } from '../sql/rewrite.js';
import type { Answer } from './answer.js';
import { texts } from './answer.js';
import type { Decided } from './planner.service.js';

/**
 * What policy would do to each table and column of a query. Of a table that is refused no columns are told: their names are not
 * for this user. Values that filters compare with are never told. `read` says which columns the query uses; where it could not be looked
 * at, all columns of the tables that are allowed are told.
 */
export function explain({ known, answer, policies }: Decided, read: Rewritten['read'] | undefined): AccessExplanation {
  const tables = known.map(({ address, name, columns }) => {
    const answers = answer?.tables.filter((table) => table.address === address) ?? [];
    const allow = answers.length > 0 && answers.every((table) => table.allow);
    const masks = answers.flatMap((table) => table.masks);
    const used = new Set(read === undefined ? columns.map((column) => column.name.toLowerCase()) : read.find((table) => table.address === address)?.columns);
    return {
      address, name, allow, policies: [...new Set(answers.flatMap((table) => table.policies.map((policy) => policy.name)))],
      ask: [...new Set(answers.flatMap((table) => table.ask ?? []))],
      ...(answers[0]?.reason === undefined ? {} : { reason: answers[0].reason }),
      filters: allow ? answers.flatMap((table) => table.filters.map(({ column, operator, policy }) => ({ column, operator, policy }))) : [],
      columns: allow ? columns.filter((column) => used.has(column.name.toLowerCase())).map((column) => {
        const mask = masks.find((candidate) => candidate.column.toLowerCase() === column.name.toLowerCase() && candidate.operator !== 'pass_through');
        return { name: column.name, type: column.type, ...(mask === undefined ? { shown: 'clear' as const } : { shown: 'masked' as const, operator: mask.operator, policy: mask.policy }) };
      }) : [],
    };
  });
  return { ...(answer === undefined ? {} : { decision: answer.decision }), allow: answer?.allow ?? true, policies: [...policies], tables };
}

/** The same as rows of `EXPLAIN ACCESS`. */
export function explanationRows(explanation: AccessExplanation): Answer {
  const rows = explanation.tables.flatMap((table) => {
    const ask = table.ask.join(', ');
    if (!table.allow) return [[table.name, null, 'denied', null, table.policies.join(', '), table.reason ?? null, ask]];
    return [
      ...table.filters.map(({ column, operator, policy }) => [table.name, column, 'rows filtered', operator, policy, null, ask]),
      ...table.columns.map((column) => [table.name, column.name, column.shown, column.operator ?? null, column.policy ?? null, null, ask]),
      ...(table.filters.length + table.columns.length === 0 ? [[table.name, null, 'clear', null, null, null, ask]] : []),
    ];
  });
  return { columns: texts('Table', 'Column', 'Access', 'Operator', 'Policy', 'Reason', 'Ask'), rows, ...(explanation.decision === undefined ? {} : { decision: explanation.decision }) };
}
