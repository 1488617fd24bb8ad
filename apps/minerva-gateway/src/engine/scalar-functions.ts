import { type DuckDBConnection, DuckDBScalarFunction, type DuckDBVector, VARCHAR } from '@duckdb/node-api';
import { JSON_FUNCTIONS, type TextFunction } from '../sql/json/json-functions.js';
import { maskPattern, maskRegex } from './mask-functions.js';

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
        const [values = [], first = [], second = []] = input.getColumns() as (string | null)[][];
        for (let row = 0; row < input.rowCount; row += 1) {
          const [value, one, other] = [values[row], first[row], second[row]];
          output.setItem(row, typeof value !== 'string' || one === null || other === null ? null : (call(value, one, other) ?? null));
        }
        output.flush();
      },
    }));
  }
}
