import { expect, it } from '@jest/globals';
import { KeptStatements } from './kept-statements.js';

function planned(name: string, destroyed: string[]) {
  return { name, destroySync: () => void destroyed.push(name) };
}

it('gives a statement to one run at a time, and ends what nobody will ask for', () => {
  const destroyed: string[] = [];
  const kept = new KeptStatements<ReturnType<typeof planned>>();
  kept.keep('SELECT 1', planned('a', destroyed));
  expect(kept.take('SELECT 2')).toBeUndefined();
  expect(kept.take('SELECT 1')?.name).toBe('a');
  expect(kept.take('SELECT 1')).toBeUndefined();
  kept.keep('SELECT 1', planned('b', destroyed));
  kept.keep('SELECT 1', planned('c', destroyed));
  kept.keep('x'.repeat(5_000), planned('long', destroyed));
  expect([destroyed, kept.take('SELECT 1')?.name]).toEqual([['c', 'long'], 'b']);
});

it('keeps the last few, and none after it was cleared', () => {
  const destroyed: string[] = [];
  const kept = new KeptStatements<ReturnType<typeof planned>>();
  for (let n = 0; n < 10; n += 1) kept.keep(`SELECT ${n}`, planned(String(n), destroyed));
  expect(destroyed).toEqual(['0', '1']);
  kept.clear();
  expect(destroyed).toHaveLength(10);
  expect(kept.take('SELECT 9')).toBeUndefined();
});
