import { exactly } from './casts.js';
import type { EmittedQuery, OutputColumn } from './context.js';

/** A query with its columns in the types of `wanted`, as one side of a set of rows. */
export const aligned = ({ columns, sql }: EmittedQuery, wanted: readonly OutputColumn[]): string =>
  `SELECT ${wanted.map(({ type }, index) => `${exactly({ sql: `s.c${index + 1}`, type: columns[index]?.type ?? type }, type)} AS c${index + 1}`).join(', ')} FROM (${sql}) AS s`;
