import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(() => startWorld(), 120_000);
afterAll(stopWorld);

const passengers = 'crm.public.passengers';
const flights = 'flights.air.flights';
const fetched = async (id: string): Promise<number> => (await world.gateway.client('key-olivia').getQuery({ params: { id } })).rowsRead;

/** What is asked with `$` for the table of the database, and how many rows of it come, for the operator and for the analyst. */
const QUERIES: [string, number, number][] = [
  [`SELECT f.flight, p.id, p.name FROM ${flights} f JOIN $ p ON p.id = f.passenger_id WHERE f.passenger_id BETWEEN 11 AND 20 ORDER BY p.id`, 10, 5],
  [`SELECT p.state, count(*) FROM $ p, ${flights} f WHERE f.passenger_id = p.id AND f.passenger_id IN (1, 2, 3) AND p.name <> 'P2' GROUP BY p.state ORDER BY 1`, 3, 1],
  [`SELECT count(*) FROM $ p JOIN ${flights} f ON p.id = f.passenger_id AND f.passenger_id > 1000000`, 0, 0],
  [`SELECT count(*) FROM ${flights} f CROSS JOIN (VALUES 1) v(x) JOIN $ p ON p.id = f.passenger_id WHERE f.passenger_id % 1000 = 7`, 5, 0],
  [`SELECT count(*) FROM ${flights} f JOIN $ p ON p.id = f.passenger_id WHERE f.passenger_id < 5`, 4, 2],
  // Rows without a partner count here, so all of them come.
  [`SELECT count(*), count(f.flight) FROM $ p LEFT JOIN ${flights} f ON p.id = f.passenger_id AND f.passenger_id < 5`, 5_001, 2_500],
  [`SELECT count(*) FROM ${flights} f FULL JOIN $ p ON p.id = f.passenger_id WHERE f.passenger_id < 5 OR f.passenger_id IS NULL`, 5_001, 2_500],
  // Nothing narrows the other side.
  [`SELECT count(*) FROM ${flights} f JOIN $ p ON p.id = f.passenger_id`, 5_001, 2_500],
  // One table of the database tells the keys of another reading of it.
  [`SELECT count(*) FROM $ a JOIN ${passengers} b ON a.id = b.id WHERE b.name IN ('P4', 'P5')`, 4, 2],
];

describe('a database sends only rows whose key the other side has', () => {
  it.each(['olivia', 'amir'])('and %s is answered as if all had come', async (user) => {
    for (const [sql, ofOperator, ofAnalyst] of QUERIES) {
      const narrowed = await ask(user, sql.replace('$', passengers));
      const whole = await ask(user, sql.replace('$', `(SELECT * FROM ${passengers})`));
      expect({ sql, error: whole.error, rows: whole.rows }).toEqual({ sql, error: undefined, rows: narrowed.rows });
      expect({ sql, fetched: await fetched(narrowed.id) }).toEqual({ sql, fetched: user === 'olivia' ? ofOperator : ofAnalyst });
    }
  }, 120_000);

  it('but never by a key that a mask hides', async () => {
    const sql = `SELECT count(*) FROM ${passengers} p JOIN ${flights} f ON p.email = f.flight WHERE f.passenger_id < 5`;
    const { id, rows } = await ask('amir', sql);
    expect([rows, await fetched(id)]).toEqual([[[0]], 2_500]);
    const { rewritten } = await world.gateway.client('key-olivia').getQuery({ params: { id } });
    expect(rewritten).not.toContain('of few keys only');
  });

  it('and a condition that fails while the keys are looked for fails as it would without them', async () => {
    const sql = (table: string, divisor: string): string => `SELECT count(*) FROM ${flights} f JOIN ${table} p ON p.id = f.passenger_id WHERE p.id = f.passenger_id AND 10 / ${divisor} > 1 AND f.passenger_id = 3`;
    const { rows, error } = await ask('olivia', sql(passengers, '(f.passenger_id - f.passenger_id + if(f.passenger_id > 0, 1, 0))'));
    expect({ rows, error }).toEqual({ rows: [[1]], error: undefined });
    for (const table of [passengers, `(SELECT * FROM ${passengers})`]) {
      expect((await ask('olivia', sql(table, '(f.passenger_id - 3)'))).error).toMatchObject({ errorName: 'DIVISION_BY_ZERO' });
    }
  });

  it('which the record of the query tells', async () => {
    const { id } = await ask('olivia', QUERIES[0]?.[0].replace('$', passengers) ?? '');
    expect((await world.gateway.client('key-olivia').getQuery({ params: { id } })).rewritten).toMatch(/^-- from crm\.public\.passengers, of few keys only these:\n-- SELECT DISTINCT CAST\(r\d+\.c\d+ AS VARCHAR\) AS k FROM \(SELECT/);
  });
});

// What must not happen: that a query fails, since the database knows no such value of the type behind what reads as a text.
describe('a text that is an enumeration in the database', () => {
  it.each<[string, unknown[][]]>([
    ["SELECT count(*) FROM $ WHERE kind = 'infant'", [[3]]], ["SELECT count(*) FROM $ WHERE kind = 'no such kind'", [[0]]], ["SELECT id FROM $ WHERE kind IN ('F1', 'neither') ORDER BY id", [[1], [2]]],
    [`SELECT DISTINCT k.id FROM $ k JOIN ${flights} f ON k.kind = f.flight WHERE f.passenger_id < 4 ORDER BY 1`, [[1], [2]]],
  ])('is compared as a text: %s', async (sql, rows) => {
    const answer = await ask('olivia', sql.replace('$', 'crm.public.passengers_by_kind'));
    expect({ error: answer.error, rows: answer.rows }).toEqual({ error: undefined, rows });
  });
});
