import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@dataos/testkit';
import { PostgresClient } from '@dataos/kit-bus';
import { Pool } from 'pg';

describe('statements that come again', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await createTestDatabase('kept_statements');
    pool = new Pool({ Client: PostgresClient, connectionString: database.url, max: 1 });
    await pool.query('CREATE TABLE thing (id int PRIMARY KEY, name text)');
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const kept = async (): Promise<string[]> => (await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).rows.map(({ statement }) => statement);
  const times = async <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> => {
    const results: T[] = [];
    for (let index = 0; index < count; index += 1) results.push(await work(index));
    return results;
  };

  it('are planned once from the fifth time on, and give what they gave before', async () => {
    const insert = 'INSERT INTO thing (id, name) VALUES ($1, $2)';
    await times(8, (id) => pool.query(insert, [id, `thing ${id}`]));
    const select = 'SELECT name FROM thing WHERE id = $1';
    expect((await times(8, (id) => pool.query<{ name: string }>(select, [id]))).map(({ rows }) => rows[0]?.name)).toEqual(Array.from({ length: 8 }, (_, id) => `thing ${id}`));
    expect((await kept()).toSorted()).toEqual([insert, select]);
  });

  it('are not kept when they come seldom, have no parameters, or give whatever columns there are', async () => {
    const before = await kept();
    const star = 'SELECT * FROM thing WHERE id = $1';
    const returning = 'UPDATE thing SET name = $1 WHERE id = 1 RETURNING *';
    await times(4, () => pool.query('SELECT id FROM thing WHERE name = $1', ['x']));
    await times(8, () => pool.query('SELECT count(*) FROM thing'));
    await times(8, () => pool.query(star, [1]));
    await times(8, () => pool.query(returning, ['y']));
    expect(await kept()).toEqual(before);
    await pool.query('ALTER TABLE thing ADD COLUMN size int');
    expect((await pool.query(star, [1])).rows[0]).toEqual({ id: 1, name: 'y', size: null });
    expect((await pool.query(returning, ['z'])).rows[0]).toEqual({ id: 1, name: 'z', size: null });
  });

  it('go on when their table gains and loses columns', async () => {
    const select = 'SELECT name FROM thing WHERE id = $1';
    await pool.query('ALTER TABLE thing ADD COLUMN colour text');
    expect((await pool.query(select, [3])).rows).toEqual([{ name: 'thing 3' }]);
    await pool.query('ALTER TABLE thing DROP COLUMN colour');
    expect((await pool.query(select, [3])).rows).toEqual([{ name: 'thing 3' }]);
  });

  it('fail as others do, and the next one is well', async () => {
    const divide = 'SELECT 10 / $1::int AS n';
    await times(6, () => pool.query(divide, [2]));
    await expect(pool.query(divide, [0])).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query(divide, [5])).rows).toEqual([{ n: 2 }]);
  });

  it('are a hundred at most', async () => {
    for (let index = 0; index < 130; index += 1) await times(5, () => pool.query(`SELECT $1::int + ${index} AS n`, [1]));
    expect(await kept()).toHaveLength(100);
    expect((await pool.query('SELECT $1::int + 129 AS n', [1])).rows).toEqual([{ n: 130 }]);
  });
});
