import type { Expression, RareExpression, RareKind } from '../ast.js';
import { notSupported, TrinoFailure } from '../failure.js';
import { trimmed } from '../functions/text.functions.js';
import { atZone } from '../functions/zone.functions.js';
import { formatType, VARCHAR } from '../types/type.js';
import type { Place } from './context.js';
import type { Fragment } from './fragment.js';
import { emitJson } from './json-standard.js';
import { arrayOf, fieldOf, rowOf, subscript } from './nested.js';

const NAMES: Record<RareKind, string> = {
  parameter: 'A parameter without a value', row: 'A row of values', array: 'An array', subscript: 'Subscripting', field: 'A field of a row', lambda: 'A lambda', 'at-zone': 'AT LOCAL',
  trim: 'TRIM with a specification', normalize: 'NORMALIZE', named: 'A named argument', measure: 'A measure of row pattern recognition', json: 'A JSON function',
};
const TRIMS = { leading: 'ltrim', trailing: 'rtrim', both: 'trim' } as const;

/** Expressions few queries use; those the engine has no faithful form of are refused by name. */
export function emitRare(expression: RareExpression, place: Place, emit: (operand: Expression) => Fragment): Fragment {
  switch (expression.kind) {
    case 'array': return arrayOf(expression.items.map(emit));
    case 'row': return rowOf(expression.items.map(({ value, name }) => ({ value: emit(value), ...(name === undefined ? {} : { name }) })));
    case 'subscript': return subscript(emit(expression.operand), emit(expression.index));
    case 'field': {
      const row = emit(expression.operand);
      const found = fieldOf(row, expression.name);
      if (found === undefined) throw new TrinoFailure('COLUMN_NOT_FOUND', `Expression of the type ${formatType(row.type)} has no field ${expression.name}`, { location: place.context.locate(expression.at) });
      return found;
    }
    default:
  }
  if (expression.kind === 'json') return emitJson(expression, emit);
  if (expression.kind === 'at-zone' && expression.zone !== undefined) return atZone(emit(expression.operand), emit(expression.zone));
  if (expression.kind !== 'trim') throw notSupported(NAMES[expression.kind], place.context.locate(expression.at));
  const parts = [expression.operand, ...(expression.characters === undefined ? [] : [expression.characters])].map((operand) => emit(operand));
  for (const { type } of parts) if (type.kind !== 'varchar' && type.kind !== 'unknown') throw new TrinoFailure('TYPE_MISMATCH', `TRIM needs texts, not ${formatType(type)}`);
  const [value, characters] = parts;
  return { sql: trimmed(TRIMS[expression.side], value?.sql ?? '', characters?.sql), type: VARCHAR };
}
