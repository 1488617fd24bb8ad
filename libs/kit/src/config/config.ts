import { z } from 'zod';

/** Settings every service has; a service extends it with its own. Peers are origins without a path. */
export const BaseConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: z.string().optional(),
  /** Connection of the Postgres-backed event log; used unless KAFKA_BROKERS is set. */
  EVENTS_URL: z.string().optional(),
  /** Comma-separated `host:port` list; set, events travel over Kafka. */
  KAFKA_BROKERS: z.string().regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'must be a list such as kafka-1:9092,kafka-2:9092').optional(),
  /** Begins every topic's and group's name, so that several installations share a cluster. */
  KAFKA_PREFIX: z.string().regex(/^[\w.-]*$/, 'may hold letters, digits, dots, dashes and underscores').default(''),
  /** Copies of each topic; the brokers' own default where absent. */
  KAFKA_REPLICAS: z.coerce.number().int().min(1).optional(),
  KAFKA_TLS: z.enum(['true', 'false']).default('false'),
  /** PEM files: who signed the brokers' certificates, and this service's own certificate and key. */
  KAFKA_TLS_CA_FILE: z.string().optional(),
  KAFKA_TLS_CERT_FILE: z.string().optional(),
  KAFKA_TLS_KEY_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
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
