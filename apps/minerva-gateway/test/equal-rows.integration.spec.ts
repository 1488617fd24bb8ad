import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, startWorld, stopWorld, world } from './support/gateway.js';

beforeAll(() => startWorld(), 120_000);
afterAll(stopWorld);

const passengers = 'crm.public.passengers';
const fetched = async (id: string): Promise<number> => (await world.gateway.client('key-olivia').getQuery({ params: { id } })).rowsRead;

/** Queries that ask only which rows there are and how many: `$` is the table. What is fetched, by the operator and by the analyst. */
const QUERIES: [string, number, number][] = [
  ['SELECT count(*) FROM $', 1, 1], ['SELECT count(*) FROM $ WHERE id > 4990', 1, 1], ['SELECT count(*) FROM $ WHERE id > 1000000', 0, 0],
  ['SELECT state, count(*) FROM $ GROUP BY state ORDER BY 1', 3, 1], ['SELECT state, count(*), count(DISTINCT state), min(state) FROM $ WHERE id < 1000 GROUP BY ROLLUP (state)', 2, 1],
  ['SELECT DISTINCT state FROM $', 3, 1], ['SELECT DISTINCT state FROM $ WHERE id > 1000000', 0, 0], ['SELECT count(state), count_if(state = \'NY\') FROM $', 3, 1],
  ['SELECT count(*) FILTER (WHERE state <> \'CA\') FROM $', 3, 1], ['SELECT upper(state), count(*) FROM $ GROUP BY 1 HAVING count(*) > 10 ORDER BY count(*) DESC, 1', 3, 1],
  ['SELECT year(birth_date), count(*) FROM $ GROUP BY 1 ORDER BY 1', 5_001, 2_500], ['SELECT count(DISTINCT birth_date), min(birth_date), max(birth_date), count(birth_date) FROM $', 5_001, 2_500],
  ['SELECT email, count(*) FROM $ WHERE id < 50 GROUP BY email ORDER BY email', 49, 24], ['SELECT count(*) FROM $ WHERE email LIKE \'p1%\'', 5_001, 2_500],
  ['SELECT id, count(*) FROM $ WHERE id BETWEEN 1 AND 9 AND id < 5 GROUP BY id ORDER BY id', 4, 2], ['SELECT count(*) FROM $ WHERE id < 100 AND state = \'NY\'', 50, 0], ['SELECT count(*) FROM $ WHERE id BETWEEN 11 AND 20', 1, 1],
  ['SELECT sum(id), avg(id), count(id), sum(spent), avg(spent) FROM $', 1, 1], ['SELECT state, sum(spent), avg(id), count(*) FROM $ GROUP BY state ORDER BY sum(spent) DESC', 3, 1],
  ['SELECT state, sum(id) FILTER (WHERE state = \'CA\'), avg(spent) FILTER (WHERE state = \'x\') FROM $ WHERE id < 300 GROUP BY state HAVING sum(id) > 10', 2, 1],
  ['SELECT sum(id), sum(DISTINCT id), max(id) FROM $ WHERE id <= 100', 100, 50], ['SELECT sum(id), avg(spent) FROM $ WHERE id < 0', 0, 0], ['SELECT sum(DISTINCT spent), avg(spent) FROM $ WHERE id <= 10', 10, 5],
  // Two floating-point numbers may be equal and yet differ, so each of them is sent.
  ['SELECT count(DISTINCT score), count(score) FROM $', 5_001, 2_500], ['SELECT count(*), sum(id), round(sum(score), 6), round(avg(score), 6) FROM $', 5_001, 2_500],
];

describe('a database sends equal rows together', () => {
  it.each(['olivia', 'amir'])('and %s is answered as if every row had come by itself', async (user) => {
    for (const [sql, ofOperator, ofAnalyst] of QUERIES) {
      const together = await ask(user, sql.replace('$', passengers));
      const alone = await ask(user, sql.replace('$', `(SELECT * FROM ${passengers})`));
      expect({ sql, error: alone.error, rows: alone.rows.toSorted() }).toEqual({ sql, error: undefined, rows: together.rows.toSorted() });
      expect(await fetched(together.id)).toBe(user === 'olivia' ? ofOperator : ofAnalyst);
    }
  }, 120_000);

  it('but not where it matters how often a value comes', async () => {
    const { id, rows } = await ask('olivia', `SELECT sum(id + 0), count(*) FROM ${passengers} WHERE id <= 100`);
    expect([rows, await fetched(id)]).toEqual([[[5_050, 100]], 100]);
  });

  it('within a query of others, and for each reading of the table by itself', async () => {
    const { rows } = await ask('olivia', `SELECT a.n, b.n, (SELECT count(*) FROM ${passengers} p WHERE p.id < a.n AND p.id > 4998) FROM (SELECT count(*) AS n FROM ${passengers}) a CROSS JOIN (SELECT count(*) AS n FROM ${passengers} WHERE id <= 10) b`);
    expect(rows).toEqual([[5_001, 10, 2]]);
  });
});
