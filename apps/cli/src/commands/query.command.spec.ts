import { describe, expect, it } from '@jest/globals';
import type { QueryResult } from 'trino-client';
import { collect, recordsOf } from './query.command.js';

/** As the client iterates: the last page comes again as the value of the end. */
async function* pages(...list: QueryResult[]): AsyncGenerator<QueryResult, QueryResult> {
  yield* list;
  return list.at(-1) ?? { id: 'q' };
}
async function* over(page: QueryResult): AsyncGenerator<QueryResult, QueryResult> {
  return page;
}
const columns = [{ name: 'a', type: 'bigint' }];

describe('collect', () => {
  it('joins pages and counts none twice', async () => {
    expect(await collect(pages({ id: 'q', columns, data: [[1]] }, { id: 'q', data: [[2]] }))).toEqual({ columns, rows: [[1], [2]] });
  });
  it('takes the page of a query that is over at once', async () => {
    expect(await collect(over({ id: 'q', columns, data: [[1]] }))).toEqual({ columns, rows: [[1]] });
  });
  it('fails when a later page tells an error, whatever came before', async () => {
    const error = { message: 'gone', errorCode: 1, errorName: 'X', errorType: 'EXTERNAL' } as never;
    await expect(collect(pages({ id: 'q', columns, data: [[1]] }, { id: 'q', error }))).rejects.toThrow('X: gone');
  });
});

it('loses no value to columns of the same name', () => {
  const names = ['a', 'a', 'a_2'].map((name) => ({ name, type: 'bigint' }));
  expect(recordsOf({ columns: names, rows: [[1, 2, 3]] })).toEqual([{ a: 1, a_2: 2, a_2_2: 3 }]);
});
