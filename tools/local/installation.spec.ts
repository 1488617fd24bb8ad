import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { banner, devEnvironment } from './banner.ts';
import { serviceEnvironment } from './environment.ts';
import { planPorts } from './ports.ts';
import { judgeSample, sampleVariables } from './sample.ts';
import type { ResourceView } from './sample.ts';
import { bootstrapUsers, completeSecrets } from './secrets.ts';
import { services } from './services.ts';

let counter = 0;
const secrets = completeSecrets({}, () => `secret-${(counter += 1)}`);
const installation = { folder: '/state', ports: planPorts(), secrets, supervisor: 42 };
const environmentOf = (name: string, inherited = {}): Record<string, string> => {
  const plan = services.find((service) => service.name === name);
  if (plan === undefined) throw new Error(name);
  return serviceEnvironment(plan, installation, inherited);
};

describe('secrets', () => {
  it('are all different', () => {
    const all = [secrets.superuser, ...Object.values(secrets.databases), ...Object.values(secrets.apikeys)];
    expect(new Set(all).size).toBe(all.length);
  });
  it('are kept, and only missing ones made', () => {
    const { crm: _removed, ...databases } = secrets.databases;
    const again = completeSecrets({ ...secrets, databases }, () => 'new');
    expect(again).toEqual({ ...secrets, databases: { ...databases, crm: 'new' } });
  });
  it('go to heimdall with every account', () => {
    const { users } = bootstrapUsers(secrets) as { users: { id: string; type: string; tags: string[]; apikey: string }[] };
    expect(users.map(({ id }) => id)).toEqual(expect.arrayContaining(['heimdall', 'api-gateway', 'olivia', 'amir', 'otto']));
    expect(users.find(({ id }) => id === 'otto')?.tags).toEqual(['roles:id:user', 'users:id:otto']);
    expect(users.every(({ apikey }) => apikey.length > 0)).toBe(true);
  });
});

describe('the environment of a service', () => {
  it('names its own database with its own role', () => {
    expect(environmentOf('depot-service')).toMatchObject({
      PORT: '8082', DATABASE_URL: `postgres://depot:${secrets.databases.depot}@127.0.0.1:8090/depot`, SUPERVISOR_PID: '42', HEIMDALL_URL: 'http://127.0.0.1:8081', DEPOT_SERVICE_URL: 'http://127.0.0.1:8082',
    });
  });
  it('holds no secret of another service', () => {
    const { DATABASE_URL, EVENTS_URL, SERVICE_APIKEY, ...rest } = environmentOf('metis');
    expect(DATABASE_URL).toContain('metis');
    expect(EVENTS_URL).toContain('events');
    expect(SERVICE_APIKEY).toBe(secrets.apikeys.metis);
    expect(JSON.stringify(rest)).not.toContain('secret-');
  });
  it('gives the gateway no database', () => expect(environmentOf('api-gateway')).not.toHaveProperty('DATABASE_URL'));
  it('passes on nothing by accident', () => {
    expect(environmentOf('odin', { AWS_SECRET_ACCESS_KEY: 'x', PATH: '/bin' })).not.toHaveProperty('AWS_SECRET_ACCESS_KEY');
    expect(environmentOf('odin', { PATH: '/bin' })).toHaveProperty('PATH', '/bin');
  });
  it('gives a setting that belongs to one service to it alone', () => {
    const given = { TRINO_OIDC_CLIENT_SECRET: 's', OPENLINEAGE_URL: 'http://127.0.0.1:5000/api/v1/lineage', HEIMDALL_OIDC_FILE: '/oidc.json', TRINO_PORT: '1' };
    expect(environmentOf('minerva-gateway', given)).toMatchObject({ TRINO_OIDC_CLIENT_SECRET: 's', OPENLINEAGE_URL: given.OPENLINEAGE_URL, TRINO_PORT: '7432' });
    expect(environmentOf('minerva-gateway', given)).not.toHaveProperty('HEIMDALL_OIDC_FILE');
    expect(environmentOf('heimdall', given)).toMatchObject({ HEIMDALL_OIDC_FILE: '/oidc.json' });
    for (const name of ['heimdall', 'metis']) expect(JSON.stringify(environmentOf(name, given))).not.toMatch(/TRINO_OIDC|OPENLINEAGE/);
  });
  it('tells the special services what only they need', () => {
    expect(environmentOf('minerva-gateway').TRINO_PORT).toBe('7432');
    expect(environmentOf('operations').SUPERVISOR_FILE).toBe('/state/run/processes.json');
    expect(environmentOf('metis')).not.toHaveProperty('HEIMDALL_KEY_FILE');
  });
});

describe('dev.env', () => {
  it('can be sourced', () => {
    expect(devEnvironment(installation)).toBe([
      "export DATAOS_URL='http://127.0.0.1:8080'", "export DATAOS_TRINO_URL='http://127.0.0.1:7432'",
      `export DATAOS_OPERATOR_APIKEY='${secrets.apikeys.olivia}'`, `export DATAOS_ANALYST_APIKEY='${secrets.apikeys.amir}'`, `export DATAOS_OUTSIDER_APIKEY='${secrets.apikeys.otto}'`, '',
    ].join('\n'));
  });
  it('says the same as the banner', () => {
    for (const id of ['olivia', 'amir', 'otto']) expect(banner(installation)).toContain(secrets.apikeys[id]);
    expect(banner(installation)).toContain('    . /state/dev.env\n');
    expect(banner({ ...installation, folder: path.resolve('.dataos') })).toContain('    . .dataos/dev.env\n');
  });
});

describe('the sample', () => {
  const resource = (type: string, aggregateStatus: string, runtime = ''): ResourceView => ({ type, name: `a-${type}`, status: { aggregateStatus, runtimeState: { status: runtime } } });
  it('is not done before anything is there', () => expect(judgeSample([], []).state).toBe('waiting'));
  it('waits for the bundle', () => expect(judgeSample([resource('bundle', 'pending')], []).state).toBe('waiting'));
  it('waits for the workflows', () => {
    expect(judgeSample([resource('bundle', 'active')], [resource('workflow', 'active', 'running')])).toEqual({ state: 'waiting', remark: 'workflow a-workflow: running' });
  });
  it('is done when all succeeded', () => expect(judgeSample([resource('bundle', 'active')], [resource('workflow', 'active', 'succeeded')]).state).toBe('done'));
  it('is broken when a workflow failed', () => expect(judgeSample([resource('bundle', 'active')], [resource('workflow', 'active', 'failed')]).state).toBe('broken'));
  it('tells the manifests where the sources are', () => expect(sampleVariables(installation)).toMatchObject({ CRM_PORT: '8090', CRM_PASSWORD: secrets.databases.crm, AIR_FILES: '/state/sample/flights' }));
});
