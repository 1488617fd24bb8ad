import { type DuckDBConnection, DuckDBScalarFunction, type DuckDBVector, VARCHAR } from '@duckdb/node-api';
import { JSON_FUNCTIONS } from '../sql/json/json-functions.js';
import { maskPattern, maskRegex } from './mask-functions.js';

type TextFunction = (text: string, ...more: string[]) => string | undefined;

/** What the engine gets from us: masks that its SQL alone cannot do, and Trino's JSON. All of them take and give texts. */
const FUNCTIONS: readonly (readonly [name: string, argumentsTaken: number, call: TextFunction])[] = [
  ['mask_regex', 3, (value, pattern = '', replacement = '') => maskRegex(value, pattern, replacement)],
  ['mask_pattern', 3, (value, pattern = '', seed = '') => maskPattern(value, pattern, seed)],
  ...Object.entries(JSON_FUNCTIONS).map(([name, { arguments: taken, call }]) => [name, taken, call] as const),
];

/** Adds our functions to a connection. NULL in any argument is NULL. */
export function registerFunctions(connection: DuckDBConnection): void {
  for (const [name, taken, call] of FUNCTIONS) {
    connection.registerScalarFunction(DuckDBScalarFunction.create({
      name, returnType: VARCHAR, parameterTypes: Array.from({ length: taken }, () => VARCHAR), specialHandling: true,
      mainFunction: (_info, input, output: DuckDBVector) => {
        const [values = [], ...more] = input.getColumns() as (string | null)[][];
        for (let row = 0; row < input.rowCount; row += 1) {
          const value = values[row] ?? null;
          const settings = more.map((column) => column[row] ?? null);
          output.setItem(row, value === null || settings.some((setting) => setting === null) ? null : (call(value, ...(settings as string[])) ?? null));
        }
        output.flush();
      },
    }));
  }
}
