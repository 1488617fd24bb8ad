import { PostgresClient } from '@dataos/kit-bus';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { ServiceDefinition } from '../app/service.js';
import { kitEntities } from './kit-tables.js';

/** The service's own database, not yet connected. Schema changes come from migrations only. */
export function createDataSource(service: Pick<ServiceDefinition, 'name' | 'entities' | 'migrations'>, url: string): DataSource {
  return new DataSource({
    type: 'postgres', url, applicationName: service.name,
    entities: [...kitEntities, ...(service.entities ?? [])] as never[],
    migrations: [...(service.migrations ?? [])] as never[],
    migrationsTableName: 'migrations', synchronize: false, poolSize: 6,
    extra: { Client: PostgresClient, connectionTimeoutMillis: 5_000 },
  });
}

/** Applies what is missing, one replica at a time: the others wait for the lock and find nothing to do. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(71077)');
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock(71077)');
    await runner.release();
  }
}

/** Names of the migrations this version needs and the database has not seen; it may have seen more, of a later version. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  return pending.map((migration) => migration.name);
}

/** Statements that would make the database fit the entities; empty when migrations and entities agree. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
