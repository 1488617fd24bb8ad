import { z } from 'zod';

/** Settings every service has; a service extends it with its own. Peers are origins without a path. */
export const BaseConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: z.string().optional(),
  /** Connection of the Postgres-backed event log; used unless KAFKA_BROKERS is set. */
  EVENTS_URL: z.string().optional(),
  /** Comma-separated `host:port` list; set, events travel over Kafka. */
  KAFKA_BROKERS: z.string().optional(),
  /** The service's own API key, for calls to its peers. */
  SERVICE_APIKEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Origin of an OpenTelemetry collector; set, spans go there by OTLP over HTTP. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Set by a supervisor: the service ends itself when this process is gone. */
  SUPERVISOR_PID: z.coerce.number().int().optional(),
  DATA_DIR: z.string().default('.'),
});
export type BaseConfig = z.infer<typeof BaseConfig>;

/** Thrown with every fault listed, so that one start shows them all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Parses settings by a service's schema. Values never appear in the faults: a setting may be a secret. */
export function parseConfig<S extends z.ZodType>(schema: S, environment: Record<string, string | undefined> = process.env): z.output<S> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
