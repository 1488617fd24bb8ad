import type { ColumnUse, QueryTrace } from '@dataos/contracts-minerva';
import type { RunReport } from './run-facts.js';

/** Uses by which something of the value goes on; what only decides about rows makes no edge from column to column. */
const VALUES: ReadonlySet<ColumnUse> = new Set(['IDENTITY', 'TRANSFORMATION', 'AGGREGATION', 'CONDITIONAL', 'WINDOW']);

export const jobOf = ({ statement, output }: { readonly statement: string } & Pick<QueryTrace, 'output'>): string => `minerva-gateway/${statement} ${output?.address ?? ''}`.trim();

/** What a statement that wrote a table or view reports. */
export function reportOfQuery({ inputs, output, columns }: QueryTrace): RunReport {
  const to = output?.address;
  if (to === undefined) return { inputs: [], outputs: [], columns: [] };
  return {
    inputs: inputs.map(({ address }) => address), outputs: [to],
    columns: columns.map(({ column, from }) => {
      const values = from.filter(({ uses }) => uses.some((use) => VALUES.has(use)));
      const idOf = ({ table, column: name }: { table: string; column: string }): string => `${table}#${name}`;
      return { output: `${to}#${column}`, inputs: values.map(idOf), masked: values.filter(({ masked }) => masked).map(idOf) };
    }),
  };
}
