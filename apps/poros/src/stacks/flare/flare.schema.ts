import { DatasetLink } from '@dataos/contracts-core';
import { z } from 'zod';
import { plainAddress } from '../guard.js';

const ViewName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'must be letters, digits and _');
const Format = z.string().toLowerCase();

const Input = z.strictObject({
  name: ViewName,
  dataset: DatasetLink,
  format: Format.pipe(z.enum(['parquet', 'csv', 'jdbc', 'postgresql', 'postgres'])).optional(),
});

const Step = z.strictObject({
  name: ViewName,
  doc: z.string().optional(),
  sql: z.string().min(1).max(100_000),
});

const Output = z.strictObject({
  name: ViewName,
  dataset: DatasetLink,
  format: Format.pipe(z.enum(['parquet'])).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  options: z.strictObject({
    saveMode: z.literal('overwrite').optional(),
    compressionType: z.enum(['gzip', 'snappy', 'zstd']).optional(),
  }).optional(),
});

const Job = z.strictObject({
  explain: z.literal(false).optional(),
  logLevel: z.string().optional(),
  inputs: z.array(Input).min(1),
  steps: z.array(z.strictObject({ sequence: z.array(Step).min(1) })).default([]),
  outputs: z.array(Output).min(1),
});

const sizes = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * The part of Flare's `stackSpec` that the DuckDB executor runs: inputs, SQL steps, outputs. Sizes of the Spark cluster are
 * accepted and have no effect; every other key is refused by name, because leaving it out would change the result.
 */
export const FlareSpec = z.strictObject({ driver: sizes.optional(), executor: sizes.optional(), job: Job }).superRefine(({ job }, context) => {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path: ['job', ...path], message });
  const views = new Set<string>();
  const define = (name: string, path: (string | number)[]) => {
    if (views.has(name.toLowerCase())) issue(path, `"${name}" is used twice`);
    views.add(name.toLowerCase());
  };
  job.inputs.forEach(({ name }, index) => define(name, ['inputs', index, 'name']));
  job.steps.forEach(({ sequence }, step) => sequence.forEach(({ name }, index) => define(name, ['steps', step, 'sequence', index, 'name'])));
  const read = new Set(job.inputs.map(({ dataset }) => plainAddress(dataset)));
  job.outputs.forEach(({ name, dataset }, index) => {
    if (!views.has(name.toLowerCase())) issue(['outputs', index, 'name'], `there is no input or step "${name}"`);
    if (read.has(plainAddress(dataset))) issue(['outputs', index, 'dataset'], 'is also an input of the job');
  });
});

export type FlareSpec = z.output<typeof FlareSpec>;
export type FlareInput = z.output<typeof Input>;
export type FlareOutput = z.output<typeof Output>;
