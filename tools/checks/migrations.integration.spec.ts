import { createTestDatabase, type TestDatabase } from '@dataos/testkit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository.ts';

interface Source { initialize(): Promise<Source>; destroy(): Promise<void>; undoLastMigration(options: { transaction: 'each' }): Promise<void>; query(sql: string): Promise<Record<string, unknown>[]> }
interface Kit { createDataSource(service: unknown, url: string): Source; migrate(source: Source): Promise<string[]>; schemaDrift(source: Source): Promise<string[]> }

/** Whatever service has a database, a ninth one included. */
const services = readdirSync(path.join(root, 'apps')).filter((name) => existsSync(path.join(root, 'apps', name, 'src/migrations')));

const relations = `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind <> 'i' AND c.relname !~ '^migrations'`;

describe.each(services)('the migrations of %s', (name) => {
  let database: TestDatabase;
  let source: Source;
  let kit: Kit;
  let service: { migrations: readonly unknown[] };
  beforeEach(async () => {
    kit = await import(path.join(root, 'libs/kit/src/index.ts')) as Kit;
    ({ service } = await import(path.join(root, 'apps', name, 'src/service.ts')) as { service: typeof service });
    database = await createTestDatabase('migrations');
    source = await kit.createDataSource(service, database.url).initialize();
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  it('lead from nothing to what the entities say, back to nothing, and there again', async () => {
    expect(await kit.migrate(source)).toHaveLength(service.migrations.length);
    expect(await kit.schemaDrift(source)).toEqual([]);
    for (let step = 0; step < service.migrations.length; step += 1) await source.undoLastMigration({ transaction: 'each' });
    expect(await source.query(relations)).toEqual([]);
    expect(await kit.migrate(source)).toHaveLength(service.migrations.length);
    expect(await kit.schemaDrift(source)).toEqual([]);
  });

  it('can each be taken back and done again where it stands', async () => {
    await kit.migrate(source);
    await source.undoLastMigration({ transaction: 'each' });
    expect(await kit.migrate(source)).toHaveLength(1);
    expect(await kit.schemaDrift(source)).toEqual([]);
  });
});
