import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ask, lake, type Outcome, stopWorld, world } from './support/gateway.js';
import { amir, done, failed, hash, olivia, startWriting } from './support/writers.js';

beforeAll(startWriting, 180_000);
afterAll(stopWorld);
jest.setTimeout(120_000);

const all = (name: string): Promise<unknown[][]> => done(olivia(`SELECT n, mail FROM ${name} ORDER BY n`));
const made = (name: string): string => `CREATE OR REPLACE TABLE ${name} AS SELECT n, mail FROM (VALUES (1, CAST(NULL AS varchar)), (2, 'b'), (3, 'c')) AS v (n, mail)`;

describe('MERGE', () => {
  it('changes, removes and adds rows at once, with their number as the answer', async () => {
    await done(olivia(made('t')));
    const { rows, error } = await olivia("MERGE INTO t USING (SELECT passenger_id AS k, flight FROM flights.air.flights WHERE passenger_id BETWEEN 2 AND 5) AS f ON t.n = f.k WHEN MATCHED AND mail = 'c' THEN DELETE WHEN MATCHED THEN UPDATE SET mail = mail || flight WHEN NOT MATCHED AND k < 5 THEN INSERT (mail, n) VALUES (flight, k)");
    expect([error, rows]).toEqual([undefined, [[3]]]);
    expect(await all('t')).toEqual([[1, null], [2, 'bF2'], [4, 'F4']]);
    expect(await done(olivia("MERGE INTO t USING crm.public.passengers p ON t.n = p.id WHEN MATCHED AND p.id = 4 THEN UPDATE SET n = 40, mail = p.email"))).toEqual([[1]]);
    await done(olivia("EXECUTE IMMEDIATE 'MERGE INTO lake.olivia.t AS x USING (VALUES (?, ?)) AS s (k, v) ON x.n = s.k WHEN MATCHED THEN UPDATE SET mail = v' USING 1, 'one'"));
    expect(await all('t')).toEqual([[1, 'one'], [2, 'bF2'], [40, 'p4@example.org']]);
    expect(await done(olivia("MERGE INTO t USING (VALUES 77) AS s (k) ON t.n = k WHEN MATCHED THEN DELETE"))).toEqual([[0]]);
    expect(readdirSync(path.join(lake, 'olivia', 't')).length).toBe(1);
  });

  it.each([
    ["MERGE INTO t USING (VALUES (1, 'x'), (1, 'y')) AS s (k, v) ON n = k WHEN MATCHED THEN UPDATE SET mail = v", 'MERGE_TARGET_ROW_MULTIPLE_MATCHES'], ["MERGE INTO t USING (VALUES (1, 'x'), (1, 'y')) AS s (k, v) ON n = k WHEN MATCHED AND v = 'x' THEN DELETE WHEN MATCHED THEN UPDATE SET mail = v WHEN NOT MATCHED THEN INSERT VALUES (k, v)", 'MERGE_TARGET_ROW_MULTIPLE_MATCHES'],
    ["MERGE INTO t USING (VALUES 1) AS s (k) ON n = k WHEN MATCHED THEN UPDATE SET n = 'x'", 'TYPE_MISMATCH'], ["MERGE INTO t USING (VALUES 9) AS s (k) ON n = k WHEN NOT MATCHED THEN INSERT VALUES (k, 5)", 'TYPE_MISMATCH'], ['MERGE INTO t USING (VALUES 9) AS s (k) ON n = k WHEN NOT MATCHED THEN INSERT (n) VALUES (3000000000)', 'INVALID_CAST_ARGUMENT'],
    ['MERGE INTO t USING (VALUES 1) AS s (k) ON n = k WHEN MATCHED THEN UPDATE SET n = 1 / (k - 1)', 'DIVISION_BY_ZERO'], ['MERGE INTO t USING (VALUES 1) AS s (k) ON n = k WHEN MATCHED THEN UPDATE SET n = max(k)', 'EXPRESSION_NOT_AGGREGATE'], ['MERGE INTO t USING missing m ON n = m.n WHEN MATCHED THEN DELETE', 'TABLE_NOT_FOUND'],
    ['MERGE INTO t USING (VALUES 1) AS s (k) ON n = k WHEN MATCHED THEN UPDATE SET z = 1', 'COLUMN_NOT_FOUND'], ['MERGE INTO missing USING (VALUES 1) AS s (k) ON true WHEN MATCHED THEN DELETE', 'TABLE_NOT_FOUND'],
  ])('leaves all as it was where %s fails', async (sql, error) => {
    await done(olivia(made('t')));
    const folders = readdirSync(path.join(lake, 'olivia'));
    expect(await failed(olivia(sql))).toBe(error);
    expect([await all('t'), readdirSync(path.join(lake, 'olivia'))]).toEqual([[[1, null], [2, 'b'], [3, 'c']], folders]);
  });

  it('asks policy for what its cases do', async () => {
    await done(olivia(made('closed.t')));
    for (const action of ["WHEN MATCHED THEN UPDATE SET mail = 'x'", 'WHEN MATCHED THEN DELETE', 'WHEN NOT MATCHED THEN INSERT (n) VALUES (k)']) expect([action, await failed(amir(`MERGE INTO closed.t USING (VALUES 1, 9) AS s (k) ON n = k ${action}`))]).toEqual([action, 'PERMISSION_DENIED']);
    // Elsewhere amir may write, and not remove.
    await done(olivia(made('untagged')));
    expect(await done(amir('MERGE INTO olivia.untagged USING (VALUES 1, 9) AS s (k) ON n = k WHEN NOT MATCHED THEN INSERT (n) VALUES (k)'))).toEqual([[1]]);
    for (const action of ["WHEN MATCHED THEN UPDATE SET mail = 'x'", 'WHEN MATCHED THEN DELETE', 'WHEN NOT MATCHED THEN INSERT (n) VALUES (k) WHEN MATCHED THEN DELETE']) expect(await failed(amir(`MERGE INTO olivia.untagged USING (VALUES 1, 8) AS s (k) ON n = k ${action}`))).toBe('PERMISSION_DENIED');
    expect(await failed(ask('otto', 'MERGE INTO lake.otto.t USING lake.olivia.untagged s ON true WHEN MATCHED THEN DELETE'))).not.toBe('went through');
    expect([await all('closed.t'), await all('untagged')]).toEqual([[[1, null], [2, 'b'], [3, 'c']], [[1, null], [2, 'b'], [3, 'c'], [9, null]]]);
  });

  it('neither changes nor tells of rows and values that policy hides in the table', async () => {
    await done(olivia("CREATE TABLE amir.filtered AS SELECT n, CAST(n AS varchar) AS mail FROM (VALUES 1, 2, 3) AS v (n)"));
    await done(olivia('CREATE TABLE amir.masked AS SELECT id AS n, email AS mail FROM crm.public.passengers WHERE id < 3'));
    for (const name of ['filtered', 'masked']) {
      const before = await all(`amir.${name}`);
      // The third row of `filtered` is hidden: whether it matches must not show in anything.
      const answers = await Promise.all(['WHEN MATCHED THEN DELETE', "WHEN MATCHED THEN UPDATE SET mail = 'x'", 'WHEN NOT MATCHED THEN INSERT (n) VALUES (k)', 'WHEN MATCHED AND 1 / (n - 3) > 0 THEN DELETE'].flatMap((action) => ['3', '9', "(SELECT max(n) FROM filtered)"].map((key) => amir(`MERGE INTO ${name} USING (SELECT ${key} AS k) AS s ON n = k ${action}`))));
      expect(new Set(answers.map(({ error }) => error?.message))).toEqual(new Set(['MERGE of a table of which policy hides something from you is not supported']));
      expect(await all(`amir.${name}`)).toEqual(before);
    }
    for (const name of ['filtered', 'masked']) await done(olivia(`DROP TABLE amir.${name}`));
  });

  it('sees of its source what its user is shown, and its table carries the tags', async () => {
    await done(amir('CREATE TABLE mine AS SELECT CAST(n AS bigint) AS n, CAST(NULL AS varchar) AS mail FROM (VALUES 1, 2) AS v (n)'));
    // Conditions see masked values.
    expect(await done(amir("MERGE INTO mine USING crm.public.passengers p ON p.email = 'p2@example.org' AND mine.n = p.id WHEN MATCHED THEN DELETE"))).toEqual([[0]]);
    // Of 1 to 4, policy shows amir 2 and 4, with their mail hashed.
    expect(await done(amir("MERGE INTO mine USING (SELECT id, email FROM crm.public.passengers WHERE id <= 4) p ON mine.n = p.id WHEN MATCHED THEN UPDATE SET mail = p.email WHEN NOT MATCHED THEN INSERT VALUES (p.id, p.email)"))).toEqual([[2]]);
    expect(await done(olivia('SELECT n, mail FROM amir.mine ORDER BY n'))).toEqual([[1, null], [2, hash('p2@example.org')], [4, hash('p4@example.org')]]);
    // From then on its mail is as hidden from amir as where it came from.
    expect(await failed(amir("MERGE INTO mine USING (VALUES 1) AS s (k) ON n = k WHEN MATCHED THEN UPDATE SET mail = 'x'"))).toBe('NOT_SUPPORTED');
    await done(olivia('MERGE INTO amir.mine USING crm.public.passengers p ON p.id = mine.n WHEN MATCHED AND p.id = 1 THEN UPDATE SET mail = p.email'));
    expect(await done(amir('SELECT mail FROM mine WHERE n = 1'))).toEqual([[hash('p1@example.org')]]);
    await done(olivia('CREATE TABLE amir.clear (n bigint, mail varchar)'));
    await done(olivia('MERGE INTO amir.clear USING crm.public.passengers p ON false WHEN NOT MATCHED AND p.id = 3 THEN INSERT VALUES (p.id, p.email)'));
    expect([await done(olivia('SELECT mail FROM amir.clear')), await done(amir('SELECT mail FROM clear'))]).toEqual([[['p3@example.org']], [[hash('p3@example.org')]]]);
    expect(await failed(ask('otto', 'MERGE INTO lake.amir.clear USING crm.public.passengers p ON false WHEN NOT MATCHED THEN INSERT (mail) VALUES (p.email)'))).toBe('PERMISSION_DENIED');
    for (const name of ['mine', 'clear']) await done(olivia(`DROP TABLE amir.${name}`));
  });

  it('loses nothing to another statement at the same time', async () => {
    await done(olivia('CREATE OR REPLACE TABLE t AS SELECT CAST(0 AS bigint) AS n, CAST(NULL AS varchar) AS mail'));
    const results = await Promise.all(Array.from({ length: 8 }, async (_, index) => (index % 2 === 0
      ? { added: index + 1, error: (await olivia(`INSERT INTO t (n) VALUES (${index + 1})`)).error?.errorName }
      : { merged: index + 1, error: (await olivia(`MERGE INTO t USING (VALUES ${index + 1}) AS s (k) ON n = k WHEN NOT MATCHED THEN INSERT (n) VALUES (k)`)).error?.errorName })));
    expect(results.filter(({ error }) => ![undefined, 'TRANSACTION_CONFLICT', 'GENERIC_EXTERNAL'].includes(error))).toEqual([]);
    const there = results.filter(({ error }) => error === undefined).map(({ added, merged }) => Number(added ?? merged));
    expect((await all('t')).map(([n]) => n)).toEqual([0, ...there.toSorted((a, b) => a - b)]);
    world.heimdall.meanwhile = async () => { await done(olivia('INSERT INTO t (n) VALUES (100)')); };
    await olivia('MERGE INTO t USING (VALUES 100) AS s (k) ON n = k WHEN NOT MATCHED THEN INSERT (n) VALUES (k)');
    expect(await done(olivia('SELECT count(*) FROM t WHERE n = 100'))).toEqual([[1]]);
  });

  it('is on record with the columns it names, refused or not', async () => {
    await done(olivia(made('t')));
    const recordOf = async (outcome: Promise<Outcome>): Promise<object> => world.gateway.client('key-olivia').getQuery({ params: { id: (await outcome).id } });
    expect(await recordOf(olivia("MERGE INTO t USING flights.air.flights f ON n = passenger_id WHEN MATCHED AND n = 1 THEN UPDATE SET Mail = flight WHEN NOT MATCHED AND passenger_id = 9 THEN INSERT (n) VALUES (passenger_id)"))).toMatchObject({
      statement: 'merge', state: 'FINISHED', writes: [{ address: 'dataos://lake:olivia/t', columns: ['mail', 'n'] }], trace: { output: { address: 'dataos://lake:olivia/t', change: 'change' } },
      tables: expect.arrayContaining([expect.objectContaining({ address: 'dataos://flights:air/flights' }), expect.objectContaining({ address: 'dataos://lake:olivia/t' })]),
    });
    // Named by its places, a whole row is all of its columns.
    expect(await recordOf(olivia("MERGE INTO t USING (VALUES 8) AS s (k) ON n = k WHEN MATCHED THEN UPDATE SET mail = 'x' WHEN NOT MATCHED THEN INSERT VALUES (k, 'y')"))).toMatchObject({ state: 'FINISHED', writes: [{ address: 'dataos://lake:olivia/t', columns: [] }] });
    expect(await recordOf(amir('MERGE INTO closed.t USING (VALUES 1) AS s (k) ON n = k WHEN MATCHED THEN DELETE'))).toMatchObject({ state: 'FAILED', error: { name: 'PERMISSION_DENIED' }, writes: [{ address: 'dataos://lake:closed/t', columns: [] }] });
  });
});
