import { DataLink, DatasetLink, parseAddress } from '@dataos/contracts-core';
import { z } from 'zod';
import { isGenerator } from './datagen.faker.js';

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'must be lower-case letters, digits and _');
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const types = ['text', 'integer', 'bigint', 'double precision', 'boolean', 'date', 'timestamp'] as const;
const Type = z.union([z.enum(types), z.string().regex(/^numeric\(\d{1,2},\d{1,2}\)$/, `must be one of ${types.join(', ')}, numeric(p,s)`)]);

/** Kept as the comment of the table or column, where scanners find it. */
const Description = z.string().min(1).max(1_000).refine((text) => !text.includes('\0'), 'must not contain NUL');

/** One way to fill a column; exactly one generator key. `nulls` is the share of rows without a value. */
const Column = z.strictObject({
  type: Type.optional(),
  description: Description.optional(),
  nulls: z.number().min(0).max(1).optional(),
  sequence: z.strictObject({ start: z.int().default(1), step: z.int().default(1) }).optional(),
  faker: z.string().refine(isGenerator, 'is not a generator of faker that may be used here').optional(),
  args: z.array(z.json()).max(4).optional(),
  oneOf: z.array(Scalar).min(1).optional(),
  weights: z.array(z.number().positive()).optional(),
  number: z.strictObject({ min: z.number(), max: z.number(), decimals: z.int().min(0).max(9).default(0) }).optional(),
  date: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
  pattern: z.string().min(1).optional(),
  template: z.string().min(1).optional(),
  foreignKey: z.strictObject({ table: Name }).optional(),
  reference: z.strictObject({ name: Name, column: z.string().min(1) }).optional(),
}).superRefine((column, context) => {
  const generators = (['sequence', 'faker', 'oneOf', 'number', 'date', 'pattern', 'template', 'foreignKey', 'reference'] as const).filter((key) => column[key] !== undefined);
  if (generators.length !== 1) context.addIssue({ code: 'custom', message: `needs exactly one generator, has ${generators.length === 0 ? 'none' : generators.join(', ')}` });
  if (column.weights !== undefined && column.weights.length !== column.oneOf?.length) {
    context.addIssue({ code: 'custom', path: ['weights'], message: 'needs one weight for each entry of oneOf' });
  }
});

const Table = z.strictObject({
  name: Name,
  description: Description.optional(),
  rows: z.int().min(0).max(10_000_000),
  primaryKey: Name.optional(),
  columns: z.record(Name, Column),
});

const Reference = z.strictObject({
  dataset: DatasetLink,
  columns: z.array(z.string().min(1)).min(1),
  rows: z.int().min(1).max(1_000_000),
});

/** `stackSpec` of `datagen:1.0`: tables to fill with made-up rows; the same spec gives the same rows. */
export const DatagenSpec = z.strictObject({
  seed: z.int(),
  output: DataLink.refine((link) => parseAddress(link)?.collection !== undefined && parseAddress(link)?.dataset === undefined, 'must name a collection'),
  references: z.record(Name, Reference).default({}),
  tables: z.array(Table).min(1),
}).superRefine((spec, context) => {
  spec.tables.forEach((table, index) => {
    const at = ['tables', index];
    if (spec.tables.findIndex(({ name }) => name === table.name) !== index) context.addIssue({ code: 'custom', path: [...at, 'name'], message: 'is used twice' });
    if (table.primaryKey !== undefined && table.columns[table.primaryKey] === undefined) {
      context.addIssue({ code: 'custom', path: [...at, 'primaryKey'], message: 'is not a column of the table' });
    }
    for (const [name, column] of Object.entries(table.columns)) {
      const fault = faultOfLink(column, table.columns, spec, index);
      if (fault !== undefined) context.addIssue({ code: 'custom', path: [...at, 'columns', name, fault.key], message: fault.message });
    }
  });
});

export type DatagenSpec = z.output<typeof DatagenSpec>;
export type DatagenTable = z.output<typeof Table>;
export type DatagenColumn = z.output<typeof Column>;

/** A column may only point at what exists and comes before it. */
function faultOfLink(
  column: z.output<typeof Column>, columns: Record<string, z.output<typeof Column>>,
  spec: { references: Record<string, z.output<typeof Reference>>; tables: z.output<typeof Table>[] }, index: number,
): { key: string; message: string } | undefined {
  if (column.foreignKey !== undefined) {
    const target = spec.tables.slice(0, index).find(({ name }) => name === column.foreignKey?.table);
    if (target?.primaryKey === undefined || target.columns[target.primaryKey]?.sequence === undefined || target.rows === 0) {
      return { key: 'foreignKey', message: 'must name an earlier table with rows whose primary key is a sequence' };
    }
  }
  if (column.reference !== undefined && !(spec.references[column.reference.name]?.columns.includes(column.reference.column) ?? false)) {
    return { key: 'reference', message: 'must name a reference and one of its columns' };
  }
  if (column.template !== undefined) {
    const unknown = [...column.template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').find((name) => columns[name] === undefined || columns[name]?.template !== undefined);
    if (unknown !== undefined) return { key: 'template', message: `uses {${unknown}}, which is not a plain column of the table` };
  }
  return undefined;
}
