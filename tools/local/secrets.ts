import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from './files.ts';
import { databaseNames, serviceNames } from './services.ts';

/** Random per installation, kept in a file of mode 0600, stable from start to start. */
export interface Secrets { superuser: string; databases: Record<string, string>; apikeys: Record<string, string> }

export interface SampleUser { id: string; name: string; email: string; role: string; tags: string[] }

const person = (id: string, name: string, role: string, ...tags: string[]): SampleUser => ({
  id, name, role, email: `${id}@dataos.example`, tags: ['roles:id:user', `users:id:${id}`, ...tags],
});

/** The three people of the sample. */
export const sampleUsers: readonly SampleUser[] = [
  person('olivia', 'Olivia Operator', 'operator', 'roles:id:operator', 'roles:id:data-dev'),
  person('amir', 'Amir Analyst', 'analyst', 'roles:id:analyst'),
  person('otto', 'Otto Outsider', 'outsider'),
];

const random = (): string => randomBytes(24).toString('base64url');

/** Fills in what an installation does not have yet and keeps what it has. */
export function completeSecrets(known: Partial<Secrets>, fresh: () => string = random): Secrets {
  const filled = (names: readonly string[], have: Record<string, string> = {}): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, have[name] ?? fresh()]));
  return {
    superuser: known.superuser ?? fresh(),
    databases: filled(databaseNames, known.databases),
    apikeys: filled([...serviceNames, ...sampleUsers.map(({ id }) => id)], known.apikeys),
  };
}

/** Reads the installation's secrets, completing and writing them when something is missing. */
export function loadSecrets(file: string): Secrets {
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets> : {};
  const complete = completeSecrets(known);
  if (JSON.stringify(known) !== JSON.stringify(complete)) writeAtomically(file, `${JSON.stringify(complete, undefined, 2)}\n`);
  return complete;
}

/** The file heimdall reads at each start: service accounts and the sample's people. */
export function bootstrapUsers({ apikeys }: Secrets): object {
  const applications = serviceNames.map((name) => ({
    id: name, name, email: `${name}@services.dataos.example`, type: 'application',
    tags: ['roles:id:service', `services:id:${name}`, `users:id:${name}`], apikey: apikeys[name],
  }));
  const people = sampleUsers.map(({ id, name, email, tags }) => ({ id, name, email, type: 'person', tags, apikey: apikeys[id] }));
  return { users: [...applications, ...people] };
}
