import { describe, expect, it } from '@jest/globals';
import type { TrinoResults } from '@dataos/contracts-minerva';
import { type Minerva, pageOf, QueryFailed, runStatement } from './statement.js';

const host = 'http://elsewhere:7432/v1/statement';
const column = { name: 'n', type: 'integer', typeSignature: { rawType: 'integer', arguments: [] } };
const results = (more: Partial<TrinoResults>): TrinoResults => ({
  id: 'q1', infoUri: host, stats: { state: 'RUNNING', queued: false, scheduled: true, nodes: 1 }, warnings: [], ...more,
});

/** A gateway that answers with these pages, in this order, and remembers what it was asked. */
function gateway(...pages: TrinoResults[]): { minerva: Minerva; asked: string[] } {
  const asked: string[] = [];
  const next = (what: string) => async (): Promise<TrinoResults> => {
    asked.push(what);
    const page = pages.shift();
    if (page === undefined) throw new Error('asked for a page too many');
    return page;
  };
  const gone = (what: string) => async (): Promise<void> => { asked.push(what); };
  const minerva = { submit: next('submit'), queuedPage: next('queued'), page: next('executing'), cancelQueued: gone('cancel queued'), cancelPage: gone('cancel executing') };
  return { minerva: minerva as unknown as Minerva, asked };
}
const run = ({ minerva }: { minerva: Minerva }, most = 10) => runStatement(minerva, 'select 1', { user: 'amir', most, signal: new AbortController().signal });

describe('a statement by the Trino protocol', () => {
  it('follows every next page and collects the rows', async () => {
    const door = gateway(results({ nextUri: `${host}/queued/q1/s/1` }), results({ nextUri: `${host}/executing/q1/s/2`, columns: [column], data: [[1]] }), results({ data: [[2]] }));
    expect(await run(door)).toEqual({ id: 'q1', columns: [column], rows: [[1], [2]], cut: false });
    expect(door.asked).toEqual(['submit', 'queued', 'executing']);
  });

  it('stops at the limit, says so, and cancels the rest', async () => {
    const door = gateway(results({ nextUri: `${host}/executing/q1/s/2`, columns: [column], data: [[1], [2], [3]] }));
    expect(await run(door, 2)).toMatchObject({ rows: [[1], [2]], cut: true });
    expect(door.asked).toEqual(['submit', 'cancel executing']);
  });

  it('does not call an answer cut that fits exactly', async () => {
    expect(await run(gateway(results({ columns: [column], data: [[1], [2]] })), 2)).toMatchObject({ rows: [[1], [2]], cut: false });
  });

  it('throws a failure with the id of the query, and never hands out rows that came before it', async () => {
    const error = { message: 'no', errorCode: 4, errorName: 'PERMISSION_DENIED', errorType: 'USER_ERROR' as const };
    const door = gateway(results({ nextUri: `${host}/executing/q1/s/1`, columns: [column], data: [[1]] }), results({ error }));
    const failure = await run(door).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(QueryFailed);
    expect(failure).toMatchObject({ query: 'q1', message: 'no' });
  });

  it('takes only the path of a next page, and refuses one of another kind', () => {
    expect(pageOf(`${host}/queued/q%201/abc/7`)).toEqual({ queued: true, params: { id: 'q 1', slug: 'abc', token: 7 } });
    expect(() => pageOf('http://elsewhere/other/1')).toThrow('next page');
  });
});
