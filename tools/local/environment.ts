import { createHash } from 'node:crypto';
import path from 'node:path';
import type { PortPlan } from './ports.ts';
import type { Secrets } from './secrets.ts';
import { serviceNames } from './services.ts';
import type { ServiceName, ServicePlan } from './services.ts';
import { databaseUrl, operatorSettings, peerSetting } from './settings.ts';

export interface Installation { folder: string; ports: PortPlan; secrets: Secrets; supervisor: number }

const host = '127.0.0.1';

/** The origin of each service, as its peers are told. */
function peerUrls(ports: PortPlan): Record<string, string> {
  return Object.fromEntries(serviceNames.map((name) => [peerSetting(name), `http://${host}:${ports.services[name]}`]));
}

function ownSettings(name: ServiceName, { folder, ports }: Installation): Record<string, string> {
  switch (name) {
    case 'api-gateway': return { CONSOLE_DIR: path.resolve(import.meta.dirname, '../../apps/console/dist') };
    case 'heimdall': return { HEIMDALL_KEY_FILE: path.join(folder, 'heimdall/secrets.key'), HEIMDALL_BOOTSTRAP_FILE: path.join(folder, 'heimdall/bootstrap.json') };
    case 'minerva-gateway': return { TRINO_PORT: String(ports.trino) };
    case 'operations': return { SUPERVISOR_FILE: path.join(folder, 'run/processes.json') };
    default: return {};
  }
}

/** With KAFKA_BROKERS set, events travel over Kafka; every KAFKA_* setting is passed on. Each installation has topics of its own there. */
export function kafkaSettings({ secrets }: Pick<Installation, 'secrets'>, inherited: Record<string, string | undefined>): Record<string, string> {
  if (!inherited.KAFKA_BROKERS) return {};
  const own = createHash('sha256').update(secrets.databases.events ?? '').digest('hex').slice(0, 8);
  const given = Object.entries(inherited).flatMap(([name, value]) => (name.startsWith('KAFKA_') && value !== undefined ? [[name, value]] : []));
  return { KAFKA_PREFIX: `dataos-${own}.`, ...(Object.fromEntries(given) as Record<string, string>) };
}

/** Everything a service is told; nothing else of the launcher's environment reaches it but the few names passed on. */
export function serviceEnvironment(plan: ServicePlan, installation: Installation, inherited: Record<string, string | undefined>): Record<string, string> {
  const { folder, ports, secrets, supervisor } = installation;
  const urlOf = (database: string): string => databaseUrl(database, secrets.databases[database], `${host}:${ports.postgres}`);
  const passedOn = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'LC_ALL', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
  const kept = Object.fromEntries(Object.entries(inherited).filter((entry): entry is [string, string] => entry[1] !== undefined && (passedOn.includes(entry[0]) || operatorSettings[plan.name]?.test(entry[0]) === true)));
  return {
    ...kept,
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: path.join(folder, 'cache/compile'),
    HOST: host,
    PORT: String(ports.services[plan.name]),
    ...(plan.database === undefined ? {} : { DATABASE_URL: urlOf(plan.database) }),
    EVENTS_URL: urlOf('events'),
    ...kafkaSettings(installation, inherited),
    SERVICE_APIKEY: secrets.apikeys[plan.name] ?? '',
    DATA_DIR: path.join(folder, 'data', plan.name),
    SUPERVISOR_PID: String(supervisor),
    ...peerUrls(ports),
    ...ownSettings(plan.name, installation),
  };
}

/** Flags that keep eight idle Node processes small, and quiet about what is no fault: type stripping, and a negative wait that kafkajs asks for. */
export function nodeFlags({ heapMegabytes, youngMegabytes = 4 }: ServicePlan): string[] {
  return [`--max-old-space-size=${heapMegabytes}`, `--max-semi-space-size=${youngMegabytes}`, '--enable-source-maps', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
}
