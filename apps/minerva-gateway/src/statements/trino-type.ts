import type { TrinoColumn, TrinoTypeSignature } from '@dataos/contracts-minerva';
import type { ColumnEncoding } from '../engine/output.js';
import type { OutputColumn } from '../sql/emit/context.js';
import { UTC } from '../sql/emit/session-zone.js';
import { zoneOf } from '../sql/emit/zones.js';
import { formatType, type Type } from '../sql/types/type.js';

/** A column as the protocol describes it. Clients that do not say they read `timestamp(6)` see the bare name with three digits. */
export function toTrinoColumn({ name, type }: OutputColumn, parametric: boolean): TrinoColumn {
  const text = 'precision' in type && type.kind !== 'decimal' && !parametric ? bareName(type) : formatType(type);
  return { name, type: text, typeSignature: signatureOf(type, parametric) };
}

/** How the engine writes the values of a column. */
export function encodingOf({ type }: Pick<OutputColumn, 'type'>, parametric: boolean): ColumnEncoding {
  const inner = (one: Type): ColumnEncoding => encodingOf({ type: one }, parametric);
  if (type.kind === 'array') return { kind: 'array', parts: [inner(type.element)] };
  if (type.kind === 'map') return { kind: 'map', parts: [inner(type.key), inner(type.value)] };
  if (type.kind === 'row') return { kind: 'row', parts: type.fields.map((field) => inner(field.type)) };
  const timed = type.kind === 'timestamp' || type.kind === 'timestamptz' || type.kind === 'time';
  if (type.kind === 'decimal' && type.precision === type.scale) return { kind: 'fraction' };
  return { kind: type.kind, ...(zoneOf(type) === UTC ? {} : { zone: zoneOf(type) }), ...(timed ? { digits: parametric ? type.precision : 3 } : {}) };
}

const bareName = (type: Type): string => (type.kind === 'timestamptz' ? 'timestamp with time zone' : type.kind);

function signatureOf(type: Type, parametric: boolean): TrinoTypeSignature {
  const long = (...values: number[]): TrinoTypeSignature['arguments'] => values.map((value) => ({ kind: 'LONG', value }));
  if (type.kind === 'decimal') return { rawType: 'decimal', arguments: long(type.precision, type.scale) };
  if (type.kind === 'varchar') return { rawType: 'varchar', arguments: long(2_147_483_647) };
  if (type.kind === 'timestamp' || type.kind === 'timestamptz' || type.kind === 'time') return { rawType: bareName(type), arguments: parametric ? long(type.precision) : [] };
  const one = (inner: Type): TrinoTypeSignature['arguments'][number] => ({ kind: 'TYPE', value: signatureOf(inner, parametric) });
  if (type.kind === 'array') return { rawType: 'array', arguments: [one(type.element)] };
  if (type.kind === 'map') return { rawType: 'map', arguments: [one(type.key), one(type.value)] };
  if (type.kind === 'row') return { rawType: 'row', arguments: type.fields.map((field) => ({ kind: 'NAMED_TYPE', value: { ...(field.name === undefined ? {} : { fieldName: { name: field.name } }), typeSignature: signatureOf(field.type, parametric) } })) };
  return { rawType: formatType(type), arguments: [] };
}
