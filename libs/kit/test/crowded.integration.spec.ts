import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DependencyUnavailable, DomainError, Unexpected } from '@dataos/contracts-core';
import { createDataSource, expected } from '@dataos/kit';
import { createTestDatabase, type TestDatabase } from '@dataos/testkit';
import type { DataSource, QueryRunner } from 'typeorm';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('crowded');
  dataSource = await createDataSource({ name: 'crowded' }, database.url).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('a request for which no connection to the database is free is told to come again, not that the service is broken', async () => {
  const taken: QueryRunner[] = [];
  for (let index = 0; index < 6; index += 1) {
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    taken.push(runner);
  }
  const error = await dataSource.query('SELECT 1').then(() => undefined, (reason: unknown) => reason);
  for (const runner of taken) await runner.release();
  const told = expected(error);
  expect(DomainError.is(told, DependencyUnavailable)).toBe(true);
  expect(told.status).toBe(503);
  expect(told.detail).toContain('try again');
  expect(await dataSource.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  // Any other failure of the database stays one of ours.
  expect(DomainError.is(expected(await dataSource.query('SELECT nothing').catch((reason: unknown) => reason)), Unexpected)).toBe(true);
}, 20_000);
