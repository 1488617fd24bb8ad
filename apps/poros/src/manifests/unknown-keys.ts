import type { FieldFault } from '@dataos/contracts-core';
import { z } from 'zod';

const understood = 'is not understood; it is kept and has no effect';
export const keyWarning = (pointer: string): FieldFault => ({ pointer, message: understood });

/** Keys of `value` that `schema` does not name, as warnings; what a schema leaves open (records, any) is not looked into. */
export function unknownKeys(schema: z.ZodType, value: unknown, pointer: string): FieldFault[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return unknownKeys(schema.unwrap() as z.ZodType, value, pointer);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.flatMap((item, index) => unknownKeys(schema.element as z.ZodType, item, `${pointer}/${index}`));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const shape = schema.shape as Record<string, z.ZodType>;
  return Object.entries(value).flatMap(([key, member]) => {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const part = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return part === undefined ? [keyWarning(at)] : unknownKeys(part, member, at);
  });
}
