import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a URL postgres://user:password@host:port/database' });

/** Settings every service has; a service extends it with its own. Peers are origins without a path. */
export const BaseConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: PostgresUrl.optional(),
  /** Whether a start brings the database up to date; where it does not, the command `migrate` has to come first. */
  MIGRATE_AT_START: z.stringbool().default(true),
  /** Connection of the Postgres-backed event log; used unless KAFKA_BROKERS is set. */
  EVENTS_URL: PostgresUrl.optional(),
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

/**
 * Parses settings by a service's schema. Any setting `X` may also come as `X_FILE`, the name of a file that holds it, so that
 * secrets need not stand in the environment. Values never appear in the faults: a setting may be a secret.
 */
export function parseConfig<S extends z.ZodType>(schema: S, environment: Record<string, string | undefined> = process.env): z.output<S> {
  const { given, faults } = withFiles(schema instanceof z.ZodObject ? Object.keys(schema.shape) : [], environment);
  const parsed = schema.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.filter(({ path }) => !faults.some((fault) => fault.startsWith(`${String(path[0])}_FILE:`))).map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new ConfigError(faults);
}

/** What is set, empty values aside, completed from the files that `<NAME>_FILE` names. */
function withFiles(names: readonly string[], environment: Record<string, string | undefined>): { given: Record<string, string | undefined>; faults: string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const faults: string[] = [];
  for (const name of names) {
    const file = given[`${name}_FILE`];
    // A setting may itself be called `…_FILE`; then it is no hint for another.
    if (file === undefined || given[name] !== undefined || names.includes(`${name}_FILE`)) continue;
    try {
      given[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    } catch (error) {
      faults.push(`${name}_FILE: the file it names cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  return { given, faults };
}
