import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { ask, managed, type Outcome, startWorld } from './gateway.js';

/** As the operator and as the analyst, each in a schema of their own of a managed depot. */
export const olivia = (sql: string): Promise<Outcome> => ask('olivia', sql, { catalog: 'lake', schema: 'olivia' });
export const amir = (sql: string): Promise<Outcome> => ask('amir', sql, { catalog: 'lake', schema: 'amir' });

/** The rows of a statement that must go through. */
export async function done(outcome: Promise<Outcome>): Promise<unknown[][]> {
  const { rows, error } = await outcome;
  expect(error).toBeUndefined();
  return rows;
}

/** The name of the error of a statement that must not. */
export const failed = async (outcome: Promise<Outcome>): Promise<string> => (await outcome).error?.errorName ?? 'went through';
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A world with a managed depot, in which both have a schema and there is one that nobody may write into. */
export async function startWriting(): Promise<void> {
  managed.lake = true;
  await startWorld();
  for (const schema of ['olivia', 'amir']) await done(ask(schema, `CREATE SCHEMA IF NOT EXISTS lake.${schema}`));
  await done(olivia('CREATE SCHEMA lake.closed'));
}
