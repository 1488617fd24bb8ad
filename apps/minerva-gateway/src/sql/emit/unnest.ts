import type { Relation } from '../ast.js';
import { TrinoFailure } from '../failure.js';
import { BIGINT, formatType, type Type } from '../types/type.js';
import type { Place } from './context.js';
import { emit } from './expression.js';
import { isArray, isMap } from './nested.js';
import type { EmittedRelation } from './relation.js';
import type { Field } from './scope.js';

interface Part { readonly list: string; readonly columns: readonly { readonly name: string; readonly of: (item: string) => string; readonly type: Type }[] }

/**
 * UNNEST: arrays side by side, the shorter ones filled with NULL; a map gives its keys and values, an array of rows the fields of its
 * rows. The engine takes a subquery in FROM to be lateral by itself.
 */
export function emitUnnest({ items, ordinality, alias }: Extract<Relation, { kind: 'unnest' }>, place: Place): EmittedRelation {
  const { value: parts, origins } = place.context.tracing(() => items.map((item): Part => partOf(emit(item, place))));
  const inner = place.context.fresh('u');
  const outer = place.context.fresh('r');
  const lists = parts.map(({ list }, index) => `unnest(${list}) AS s${index + 1}`);
  const columns = parts.flatMap(({ columns: made }, index) => made.map(({ name, of, type }) => ({ name, sql: of(`${inner}.s${index + 1}`), type })));
  if (ordinality) {
    const lengths = parts.map(({ list }) => `coalesce(len(${list}), 0)`);
    lists.push(`unnest(range(1, ${lengths.length === 1 ? lengths[0] : `greatest(${lengths.join(', ')})`} + 1)) AS o`);
    columns.push({ name: 'ordinality', sql: `${inner}.o`, type: BIGINT });
  }
  if (alias?.columns !== undefined && alias.columns.length !== columns.length) throw new TrinoFailure('MISMATCHED_COLUMN_ALIASES', `Column alias list has ${alias.columns.length} entries but '${alias.name}' has ${columns.length} columns available`);
  const fields = columns.map(({ name, type }, index): Field => ({
    name: alias?.columns?.[index] ?? name, qualifiers: alias === undefined ? [] : [[alias.name]],
    value: () => {
      place.context.touch(origins);
      return { sql: `${outer}.c${index + 1}`, type };
    },
  }));
  return { sql: `(SELECT ${columns.map(({ sql }, index) => `${sql} AS c${index + 1}`).join(', ')} FROM (SELECT ${lists.join(', ')}) AS ${inner}) AS ${outer}`, fields, scans: [] };
}

function partOf(value: ReturnType<typeof emit>): Part {
  if (isMap(value)) {
    const { key, value: inner } = value.type;
    return { list: `map_entries(${value.sql})`, columns: [{ name: '', of: (item) => `${item}.key`, type: key }, { name: '', of: (item) => `${item}.value`, type: inner }] };
  }
  if (!isArray(value)) throw new TrinoFailure('TYPE_MISMATCH', `Cannot unnest type: ${formatType(value.type)}`);
  const { element } = value.type;
  if (element.kind === 'row') return { list: value.sql, columns: element.fields.map((field, index) => ({ name: field.name ?? '', of: (item) => `${item}.f${index + 1}`, type: field.type })) };
  return { list: value.sql, columns: [{ name: '', of: (item) => item, type: element }] };
}
