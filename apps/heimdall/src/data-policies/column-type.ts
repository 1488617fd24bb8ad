import type { MaskOperator } from '@dataos/contracts-heimdall';

export type TypeFamily = 'text' | 'number' | 'date' | 'boolean' | 'object' | 'unknown';

/** What a database's type name amounts to for masking. */
export function familyOf(type: string | undefined): TypeFamily {
  if (type === undefined) return 'unknown';
  const name = type.trim().toLowerCase();
  if (/\[\]$|^(array|map|row|struct|list|json|jsonb|variant|object|super|union)\b/.test(name)) return 'object';
  if (/^(u?(tiny|small|big|huge)?int(eger)?\d*|u(tiny|small|big|huge)int|serial|bigserial|number|numeric|decimal|real|float\d*|double|money|long|short|byte)\b/.test(name)) return 'number';
  if (/^(date|time|timestamp|timestamptz|datetime|timestamp_\w+)/.test(name)) return 'date';
  if (/^(bool)/.test(name)) return 'boolean';
  if (/^(varchar|char|character|text|string|uuid|citext|bpchar|name|enum|nvarchar|nchar)/.test(name)) return 'text';
  return 'unknown';
}

const SUITED: Record<MaskOperator, readonly TypeFamily[]> = {
  hash: ['text'],
  regex_replace: ['text'],
  rand_pattern: ['text'],
  rand_regexify: ['text'],
  bucket_number: ['number'],
  bucket_date: ['date'],
  redact: ['text', 'number', 'date', 'boolean', 'object', 'unknown'],
  pass_through: ['text', 'number', 'date', 'boolean', 'object', 'unknown'],
};

/** Whether a mask can act on a column; where the type was not told, the engine decides. */
export const suits = (operator: MaskOperator, type: string | undefined): boolean => type === undefined || SUITED[operator].includes(familyOf(type));
