import type { TrinoColumn } from '@dataos/contracts-minerva';
import { addressOf } from '../catalogue/address.js';
import type { Order } from '../engine/query-engine.js';
import type { Result } from '../lineage/query-trace.js';
import type { Rewritten } from '../sql/rewrite.js';
import { formatType } from '../sql/types/type.js';
import type { Target } from './writing.js';

/** Rows that go to a client: every column as it is. */
export const resultOf = (columns: readonly TrinoColumn[]): Result => ({ columns: columns.map(({ name, type }, index) => ({ name, type, from: index + 1 })), width: columns.length });

/** Rows that go into a table: columns under the names they have there. */
export const writtenAs = ({ columns }: NonNullable<Order['write']>, planned: Pick<Rewritten, 'columns'>, { name, kind }: Pick<Target, 'name' | 'kind'>): Result => ({
  width: planned.columns.length, output: { address: addressOf(name), kind: 'table', change: kind === 'insert' ? 'append' : 'create' },
  columns: columns.map(({ name: column, type, from }) => {
    const given = from === undefined ? undefined : planned.columns[from - 1];
    return { name: column, type: given === undefined ? type.toLowerCase() : formatType(given.type), ...(from === undefined ? {} : { from }) };
  }),
});
