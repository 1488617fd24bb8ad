import { sampleUsers } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import type { PortPlan } from './ports.ts';

interface Shown { ports: PortPlan; secrets: Secrets }

const gatewayOf = (ports: PortPlan): string => `http://127.0.0.1:${ports.services['api-gateway']}`;

/** What a person sees when everything runs. */
export function banner({ ports, secrets }: Shown): string {
  const gateway = gatewayOf(ports);
  const users = sampleUsers.map(({ id, role }) => `    ${id.padEnd(8)} ${role.padEnd(10)} ${secrets.apikeys[id]}`);
  return [
    '',
    `  Console     ${gateway}/`,
    `  Swagger UI  ${gateway}/docs`,
    `  Trino       http://127.0.0.1:${ports.trino}`,
    '',
    '  Users and their API keys (also in .dataos/dev.env):',
    ...users,
    '',
    '  Try, in another terminal:',
    '    . .dataos/dev.env',
    '    DATAOS_APIKEY=$DATAOS_OPERATOR_APIKEY npm run -s dataos -- query "SELECT first_name, email, home_state FROM crm.public.passengers LIMIT 5"',
    '    DATAOS_APIKEY=$DATAOS_ANALYST_APIKEY  npm run -s dataos -- query "SELECT first_name, email, home_state FROM crm.public.passengers LIMIT 5"',
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** The same for programs: a file a shell can source. */
export function devEnvironment({ ports, secrets }: Shown): string {
  const keys = sampleUsers.map(({ id, role }) => [`DATAOS_${role.toUpperCase()}_APIKEY`, secrets.apikeys[id] ?? '']);
  const values = [['DATAOS_URL', gatewayOf(ports)], ['DATAOS_TRINO_URL', `http://127.0.0.1:${ports.trino}`], ...keys];
  return `${values.map(([name, value]) => `export ${name}='${value}'`).join('\n')}\n`;
}
