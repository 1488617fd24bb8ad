import path from 'node:path';
import { sampleUsers } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import type { PortPlan } from './ports.ts';

interface Shown { folder: string; ports: PortPlan; secrets: Secrets }

const gatewayOf = (ports: PortPlan): string => `http://127.0.0.1:${ports.services['api-gateway']}`;

/** What a person sees when everything runs. */
export function banner({ folder, ports, secrets }: Shown): string {
  const settings = shortest(path.join(folder, 'dev.env'));
  const gateway = gatewayOf(ports);
  const users = sampleUsers.map(({ id, role }) => `    ${id.padEnd(8)} ${role.padEnd(10)} ${secrets.apikeys[id]}`);
  return [
    '',
    `  Console     ${gateway}/`,
    `  Swagger UI  ${gateway}/docs`,
    `  Trino       http://127.0.0.1:${ports.trino}`,
    '',
    `  Users and their API keys (also in ${settings}):`,
    ...users,
    '',
    '  Try, in another terminal:',
    `    . ${settings}`,
    '    DATAOS_APIKEY=$DATAOS_OPERATOR_APIKEY npm run -s dataos -- query "SELECT first_name, email, home_state FROM crm.public.passengers LIMIT 5"',
    '    DATAOS_APIKEY=$DATAOS_ANALYST_APIKEY  npm run -s dataos -- query "SELECT first_name, email, home_state FROM crm.public.passengers LIMIT 5"',
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** A path as one would type it here. */
function shortest(file: string): string {
  const relative = path.relative('', file);
  return relative.startsWith('..') ? file : relative;
}

/** The same for programs: a file a shell can source. */
export function devEnvironment({ ports, secrets }: Omit<Shown, 'folder'>): string {
  const keys = sampleUsers.map(({ id, role }) => [`DATAOS_${role.toUpperCase()}_APIKEY`, secrets.apikeys[id] ?? '']);
  const values = [['DATAOS_URL', gatewayOf(ports)], ['DATAOS_TRINO_URL', `http://127.0.0.1:${ports.trino}`], ...keys];
  return `${values.map(([name, value]) => `export ${name}='${value}'`).join('\n')}\n`;
}
