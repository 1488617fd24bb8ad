import type { DataSource } from 'typeorm';
import { BaseConfig, parseConfig, PostgresUrl } from '../config/config.js';
import { createDataSource, migrate, pendingMigrations } from '../database/database.js';
import { migrateJobs } from '../jobs/jobs.js';
import { createLogger, type Logger } from '../observability/logger.js';
import type { ServiceDefinition } from './service.js';

type Migrated = Pick<ServiceDefinition, 'name' | 'entities' | 'migrations'>;

/** All the settings a migration needs: it asks no peer and opens no door. */
const MigrationConfig = BaseConfig.pick({ LOG_LEVEL: true }).extend({ DATABASE_URL: PostgresUrl });

async function bringUpToDate(dataSource: DataSource, url: string, logger: Logger): Promise<void> {
  const done = await migrate(dataSource);
  await migrateJobs(url);
  if (done.length > 0) logger.info({ migrations: done }, 'database migrated');
}

/** A version that meets an older database would fail at its first query: it does not start, and the one before it goes on serving. */
async function requireUpToDate(dataSource: DataSource): Promise<void> {
  const pending = await pendingMigrations(dataSource);
  if (pending.length > 0) throw new Error(`the database lacks ${pending.join(', ')}: run the command migrate of this version first`);
}

/** The service's database, connected and at least of this version. */
export async function openDatabase(service: Migrated, config: Pick<BaseConfig, 'DATABASE_URL' | 'MIGRATE_AT_START'>, logger: Logger): Promise<DataSource> {
  if (config.DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set');
  const dataSource = await createDataSource(service, config.DATABASE_URL).initialize();
  try {
    await (config.MIGRATE_AT_START ? bringUpToDate(dataSource, config.DATABASE_URL, logger) : requireUpToDate(dataSource));
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** The command `migrate`: brings the service's database up to this version. Running it again changes nothing. */
export async function migrateService(service: Migrated, environment?: Record<string, string | undefined>): Promise<void> {
  if (service.migrations === undefined) throw new Error('it has no database');
  const config = parseConfig(MigrationConfig, environment);
  const logger = createLogger(service.name, config.LOG_LEVEL);
  const dataSource = await openDatabase(service, { ...config, MIGRATE_AT_START: true }, logger);
  await dataSource.destroy();
  logger.info('the database is up to date');
}
