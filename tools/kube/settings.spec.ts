import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { completeSecrets } from '../local/secrets.ts';
import { serviceNames, services } from '../local/services.ts';
import { isSecretSetting, operatorSettings, peerSetting, schemaOf } from '../local/settings.ts';
import { root } from './platform.ts';
import { databasesSql, secretManifests } from './secrets.ts';
import type { SecretManifest } from './secrets.ts';

/** What the ConfigMap of a base holds. */
const settingsOf = (service: string): Record<string, string> => Object.fromEntries(
  readFileSync(path.join(root, 'k8s/base', service, 'settings.env'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

const manifests = secretManifests({ known: completeSecrets({}), sealingKey: Buffer.alloc(32, 7), postgres: 'postgres:5432', kafka: 'kafka:9092' });
const dataOf = ({ data }: SecretManifest): Record<string, string> => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
const secretOf = (name: string): Record<string, string> => {
  const found = manifests.find(({ metadata }) => metadata.name === name);
  if (found === undefined) throw new Error(`no secret ${name}`);
  return dataOf(found);
};

/** What every container is told besides (components/service/deployment.yaml). */
const given = { HOST: '0.0.0.0', PORT: '8080', DATA_DIR: '/data', NODE_ENV: 'production' };
const forNode = ['NODE_ENV', 'NODE_OPTIONS'];

describe('a base of k8s/', () => {
  it('is there for every service, and for nothing else', () => {
    expect(readdirSync(path.join(root, 'k8s/base')).sort()).toEqual([...serviceNames].sort());
  });

  it.each(serviceNames)('gives %s settings with which it starts, and none that it does not know', async (service) => {
    const schema = await schemaOf(service);
    const environment = { ...settingsOf(service), ...secretOf(service), ...given };
    expect(schema.safeParse(environment).error?.issues ?? []).toEqual([]);
    expect(Object.keys(environment).filter((name) => !(name in schema.shape) && !forNode.includes(name))).toEqual([]);
  });

  it.each(Object.entries(operatorSettings))('shows in the file of %s what an operator may set, by names that it knows and values that it takes', async (service, passed) => {
    const schema = await schemaOf(service);
    const offered = Object.fromEntries(readFileSync(path.join(root, 'k8s/base', service, 'settings.env'), 'utf8').split('\n').flatMap((line) => {
      const [, name, value] = /^# ([A-Z_]+)=(.+)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }));
    expect(Object.keys(offered).filter((name) => !(name in schema.shape))).toEqual([]);
    expect(schema.safeParse({ ...settingsOf(service), ...secretOf(service), ...given, ...offered }).error?.issues ?? []).toEqual([]);
    const expected = Object.keys(schema.shape).filter((name) => passed.test(name) && !isSecretSetting(name));
    expect(Object.keys(offered).sort()).toEqual(expected.sort());
  });

  it.each(serviceNames)('tells %s its peers by their names in the cluster, and every peer it can be told of', async (service) => {
    const { shape } = await schemaOf(service);
    const urls = Object.fromEntries(serviceNames.map((name) => [peerSetting(name), `http://${name}:8080`]));
    const told = Object.entries(settingsOf(service)).filter(([name]) => name in urls);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.entries(urls).filter(([name]) => name in shape)));
  });

  it.each(services.map(({ name, heapMegabytes }) => [name, heapMegabytes] as const))('gives %s the heap of a laptop, %d MB', (name, heap) => {
    expect(settingsOf(name)['NODE_OPTIONS']).toContain(`--max-old-space-size=${heap} `);
  });

  it.each(services.map(({ name, database }) => [name, database !== undefined] as const))('migrates %s by a Job if it has a database: %s', (name, stateful) => {
    const text = readFileSync(path.join(root, 'k8s/base', name, 'kustomization.yaml'), 'utf8');
    expect(text.includes('components/database')).toBe(stateful);
    expect('DATABASE_URL' in secretOf(name)).toBe(stateful);
  });
});

describe('the secrets of an installation', () => {
  it('hold a key and a login per service, its own and no other', () => {
    const all = serviceNames.map(secretOf);
    expect(new Set(all.map(({ SERVICE_APIKEY }) => SERVICE_APIKEY)).size).toBe(serviceNames.length);
    expect(secretOf('metis')['DATABASE_URL']).toMatch(/^postgres:\/\/metis:[^@]+@postgres:5432\/metis$/);
    const passwords = all.flatMap(({ DATABASE_URL }) => (DATABASE_URL === undefined ? [] : [new URL(DATABASE_URL).password]));
    for (const password of passwords) expect(all.filter((secret) => JSON.stringify(secret).includes(password))).toHaveLength(1);
  });

  it('tell heimdall the same keys, and its sealing key as bytes', () => {
    const { users } = JSON.parse(secretOf('heimdall-keys')['bootstrap.json'] ?? '') as { users: { id: string; apikey: string }[] };
    for (const name of serviceNames) expect(users.find(({ id }) => id === name)?.apikey).toBe(secretOf(name)['SERVICE_APIKEY']);
    const key = manifests.find(({ metadata }) => metadata.name === 'heimdall-keys')?.data['secrets.key'] ?? '';
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
  });

  it('make a role and a database each, which no other role may enter', () => {
    const sql = databasesSql({ metis: `it's`, odin: 'x' });
    expect(sql).toContain(`CREATE ROLE "metis" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD 'it''s';`);
    expect(sql).toContain('REVOKE CONNECT, TEMPORARY ON DATABASE "odin" FROM PUBLIC;');
    expect(secretOf('postgres')['databases.sql']).not.toContain('PASSWORD \'\'');
  });

  it('are in no file of k8s/', () => {
    const files = readdirSync(path.join(root, 'k8s'), { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, 'k8s', file)).filter((file) => existsSync(file) && file.endsWith('.yaml'));
    expect(files.filter((file) => /^kind: Secret$/m.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
