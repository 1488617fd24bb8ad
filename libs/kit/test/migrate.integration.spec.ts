import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, startTestService, type TestDatabase } from '@dataos/testkit';
import { ConfigError, createDataSource, createLogger, migrateService, openDatabase, schemaDrift } from '@dataos/kit';
import { NotesModule, notesService } from './sample.service.js';

const quiet = createLogger('test', 'silent');

describe('the command migrate', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('migrate');
  });
  afterAll(() => database.drop());
  const settings = () => ({ LOG_LEVEL: 'silent', DATABASE_URL: database.url });
  const open = () => openDatabase(notesService, { DATABASE_URL: database.url, MIGRATE_AT_START: false }, quiet);

  it('has to come first where a start does not migrate', async () => {
    await expect(open()).rejects.toThrow('the database lacks Notes1700000000000: run the command migrate of this version first');
    const untouched = await createDataSource(notesService, database.url).initialize();
    expect(await untouched.query(`SELECT FROM information_schema.tables WHERE table_schema = 'public'`)).toEqual([]);
    await untouched.destroy();
  });

  it('needs no more than the database, and running it twice or twice at once changes nothing', async () => {
    await Promise.all([migrateService(notesService, settings()), migrateService(notesService, settings())]);
    await migrateService(notesService, settings());
    const dataSource = await open();
    expect(await schemaDrift(dataSource)).toEqual([]);
    expect(await dataSource.query('SELECT name FROM migrations')).toEqual([{ name: 'Notes1700000000000' }]);
    expect(await dataSource.query('SELECT count(*)::int AS jobs FROM graphile_worker.jobs')).toEqual([{ jobs: 0 }]);
    await dataSource.destroy();
  });

  it('leaves the database as a start wants it', async () => {
    const service = await startTestService(notesService, NotesModule, { users: {}, config: { DATABASE_URL: database.url, MIGRATE_AT_START: 'false' } });
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    await service.close({ keepDatabase: true });
  });

  it('lets an earlier version start on the database of a later one', async () => {
    const earlier = { ...notesService, migrations: [] };
    const dataSource = await openDatabase(earlier, { DATABASE_URL: database.url, MIGRATE_AT_START: false }, quiet);
    await dataSource.destroy();
  });

  it('says what it lacks', async () => {
    await expect(migrateService(notesService, {})).rejects.toThrow(ConfigError);
    await expect(migrateService({ name: 'stateless' }, settings())).rejects.toThrow('it has no database');
  });
});
