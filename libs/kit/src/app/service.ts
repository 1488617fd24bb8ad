import type { AccessControl, ApiDefinition, EventDefinition, TopicDefinition } from '@dataos/contracts-core';
import type { DynamicModule, InjectionToken } from '@nestjs/common';
import type { EntitySchema, MigrationInterface } from 'typeorm';
import { z } from 'zod';
import { type BaseConfig, parseConfig, PostgresUrl } from '../config/config.js';

type Class<T> = new (...args: never[]) => T;

/** All that distinguishes one service from another, given to the chassis as one value. */
export interface ServiceDefinition<Config extends BaseConfig = BaseConfig> {
  readonly name: string;
  readonly version?: string;
  readonly api: ApiDefinition;
  readonly config: z.ZodType<Config>;
  readonly entities?: readonly (Class<object> | EntitySchema)[];
  readonly migrations?: readonly Class<MigrationInterface>[];
  /** The topics this service owns: it alone writes to them, and creates them. */
  readonly publishes?: readonly TopicDefinition[];
  /** Makes the port by which every door of this service asks the decision point. Left out, the app binds ACCESS itself. */
  readonly access?: (config: Config) => AccessControl;
  /** Module and token of an ACCESS that lives inside this service. */
  readonly accessFrom?: { module: Class<object> | DynamicModule; token: InjectionToken };
  /** Events after which cached answers of the decision point are stale. */
  readonly accessInvalidatedBy?: readonly EventDefinition[];
  readonly bodyLimit?: number;
}

/** Keeps the config type of a service definition. */
export const defineService = <S extends z.ZodType<BaseConfig>>(
  service: Omit<ServiceDefinition<z.output<S>>, 'config'> & { config: S },
): ServiceDefinition<z.output<S>> => service as unknown as ServiceDefinition<z.output<S>>;

/** The settings of a service; one that keeps state cannot do without its database. Throws with every fault. */
export function configOf<C extends BaseConfig>({ config, migrations }: Pick<ServiceDefinition<C>, 'config' | 'migrations'>): C {
  const stateful = migrations !== undefined && config instanceof z.ZodObject;
  return parseConfig(stateful ? config.safeExtend({ DATABASE_URL: PostgresUrl }) as unknown as z.ZodType<C> : config);
}
