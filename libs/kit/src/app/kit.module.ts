import type { AccessControl } from '@dataos/contracts-core';
import { type EventBus, KafkaBus, PostgresBus } from '@dataos/kit-bus';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CachedAccess } from '../auth/cached-access.js';
import { AccessGuard } from '../auth/access.guard.js';
import { TokenStrategy } from '../auth/token.strategy.js';
import type { BaseConfig } from '../config/config.js';
import { DeadLetters } from '../events/dead-letters.js';
import { deadLettersController } from '../events/dead-letters.controller.js';
import { EventHandlers } from '../events/event-handlers.js';
import { kafkaSettings } from '../events/kafka-settings.js';
import { Listeners } from '../events/listeners.js';
import { Outbox } from '../events/outbox.js';
import { ChassisController } from '../health/chassis.controller.js';
import { HealthRegistry } from '../health/health.registry.js';
import { Jobs } from '../jobs/jobs.js';
import { createLogger, type Logger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { openDatabase } from './migrate.js';
import { configOf, type ServiceDefinition } from './service.js';
import { ACCESS, CONFIG, EVENT_BUS, LOGGER, SERVICE } from './tokens.js';

@Global()
@Module({})
class KitModule {}

/** The chassis of one service. What the service does not use is not loaded: no entities, no database. */
export function kitModule<C extends BaseConfig>(service: ServiceDefinition<C>): DynamicModule {
  const stateful = service.migrations !== undefined;
  const providers = [...coreProviders(service as unknown as ServiceDefinition), ...(stateful ? databaseProviders(service as unknown as ServiceDefinition) : [])];
  return {
    module: KitModule, global: true, controllers: [ChassisController, ...(stateful ? [deadLettersController(service.name)] : [])],
    imports: [DiscoveryModule, ...(service.accessFrom === undefined ? [] : [service.accessFrom.module])],
    providers: [...providers, { provide: APP_GUARD, useClass: AccessGuard }],
    exports: [CONFIG, SERVICE, LOGGER, ACCESS, Metrics, HealthRegistry, ...(stateful ? [DataSource, EVENT_BUS, Outbox, Jobs] : [])],
  };
}

function coreProviders(service: ServiceDefinition): Provider[] {
  return [
    { provide: SERVICE, useValue: service },
    { provide: CONFIG, useFactory: () => configOf(service) },
    { provide: LOGGER, inject: [CONFIG], useFactory: (config: BaseConfig) => createLogger(service.name, config.LOG_LEVEL) },
    { provide: Metrics, useFactory: () => new Metrics(service.name) },
    HealthRegistry, TokenStrategy, accessProvider(service),
  ];
}

function accessProvider(service: ServiceDefinition): Provider {
  if (service.accessFrom !== undefined) return { provide: ACCESS, useExisting: service.accessFrom.token };
  return {
    provide: ACCESS, inject: [CONFIG],
    useFactory: (config: BaseConfig): AccessControl => {
      if (service.access === undefined) throw new Error(`${service.name} names no decision point`);
      return new CachedAccess(service.access(config));
    },
  };
}

function databaseProviders(service: ServiceDefinition): Provider[] {
  return [
    {
      provide: DataSource, inject: [CONFIG, LOGGER, HealthRegistry],
      useFactory: async (config: BaseConfig, logger: Logger, health: HealthRegistry): Promise<DataSource> => {
        const dataSource = await openDatabase(service, config, logger);
        health.register('database', async () => void (await dataSource.query('SELECT 1')));
        return dataSource;
      },
    },
    {
      provide: EVENT_BUS, inject: [CONFIG, LOGGER, HealthRegistry, Metrics],
      useFactory: (config: BaseConfig, logger: Logger, health: HealthRegistry, metrics: Metrics): EventBus => {
        const bus = createEventBus(service.name, config, logger);
        metrics.watch({ name: 'events_consumer_lag', help: 'Messages of a topic that the group has not handled yet', labels: ['group', 'topic'] },
          async () => (await bus.lag()).filter(({ group }) => !group.includes('.access.')).map(({ messages, ...labels }) => ({ value: messages, labels })));
        health.register('events', () => bus.check());
        return bus;
      },
    },
    Outbox, EventHandlers, DeadLetters, Listeners, Jobs,
  ];
}

/** Kafka where brokers are named, else the Postgres-backed log; its default place is the service's own database. */
export function createEventBus(service: string, config: BaseConfig, logger: Logger): EventBus {
  const kafka = kafkaSettings(config);
  if (kafka !== undefined) return new KafkaBus(kafka, service, logger);
  const url = config.EVENTS_URL ?? config.DATABASE_URL;
  if (url === undefined) throw new Error('neither KAFKA_BROKERS nor EVENTS_URL is set');
  return new PostgresBus(url, logger);
}
