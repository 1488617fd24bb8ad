import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { S3Connection, s3StoreOf } from '@dataos/contracts-depot';
import { ClusterSpec } from '@dataos/contracts-minerva';
import { parse } from 'yaml';
import { completeSecrets } from '../local/secrets.ts';
import { serviceNames, services } from '../local/services.ts';
import { isSecretSetting, operatorSettings, schemaOf } from '../local/settings.ts';
import { objectsBelow } from './bucket.ts';
import { secretFiles } from './secret-files.ts';

interface Mount { type: string; source: string; target: string; read_only?: boolean; volume?: { subpath?: string } }
interface Service {
  image: string; build?: { target: string; args: { SERVICE: string } }; ports?: string[]; user?: string; read_only?: boolean; cap_drop?: string[]; profiles?: string[];
  environment?: Record<string, string>; volumes?: (string | Mount)[]; depends_on?: Record<string, { condition: string }>; deploy?: { resources: { limits: { cpus: string; memory: string } } };
}

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true, maxAliasCount: 300 }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const of = (name: string): Service => compose.services[name] ?? { image: '' };
const secrets = completeSecrets({});
const files = secretFiles(secrets, { databaseHost: 'postgres', databasePort: 5432 });
const secretMount = (name: string): Mount | undefined => of(name).volumes?.find((mount): mount is Mount => typeof mount !== 'string' && mount.source === 'secrets');

describe('docker-compose.yml', () => {
  it('has the eight services, each built by the one recipe', () => {
    for (const name of serviceNames) expect([name, of(name).build?.args.SERVICE, of(name).build?.target]).toEqual([name, name, name === 'api-gateway' ? name : 'service']);
  });

  it('publishes the gateway\'s and Minerva\'s ports and no other, on this machine only unless told otherwise', () => {
    const published = Object.entries(compose.services).filter(([, { ports, profiles }]) => ports !== undefined && profiles === undefined).map(([name]) => name);
    expect(published.sort()).toEqual(['api-gateway', 'minerva-gateway']);
    for (const port of Object.values(compose.services).flatMap(({ ports }) => ports ?? [])) expect(port).toMatch(/^\$\{DATAOS_BIND:-127\.0\.0\.1\}:/);
  });

  /** What the file says itself: where the operator's files are. */
  const placed = ['DUCKDB_EXTENSIONS_DIR'];
  it.each(Object.entries(operatorSettings))('passes on what an operator may set of %s, and nothing where nothing is set', async (name, passed) => {
    const known = Object.keys((await schemaOf(name)).shape).filter((setting) => passed.test(setting) && !placed.includes(setting));
    const environment = of(name).environment ?? {};
    expect(known.length).toBeGreaterThan(0);
    for (const setting of known) {
      // What is secret comes as a file.
      const variable = isSecretSetting(setting) ? `${setting}_FILE` : setting;
      expect([variable, environment[variable]]).toEqual([variable, `\${${variable}:-}`]);
    }
    // Files of the operator's: each service sees those meant for it.
    expect(of(name).volumes).toContain(`\${DATAOS_OWN:-./deploy/own}/${name}:/own:ro`);
    expect(Object.entries(compose.services).filter(([, { volumes }]) => volumes?.some((volume) => typeof volume === 'string' && volume.includes(`/${name}:/own`))).map(([service]) => service)).toEqual([name]);
  });

  // TRINO_OIDC_TOKEN says which of two tokens a client is given.
  it('holds no secret: what is secret is a file, and no variable has a fixed password', () => {
    const suspicious = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment ?? {})).filter(([name]) => /PASSWORD|API_?KEY|SECRET|DATABASE_URL|TOKEN/.test(name) && name !== 'TRINO_OIDC_TOKEN');
    expect(suspicious.length).toBeGreaterThan(0);
    expect(suspicious.filter(([name]) => !name.endsWith('_FILE'))).toEqual([]);
    expect(text).not.toMatch(/postgres:\/\/\w+:/);
  });

  it.each(serviceNames)('gives %s its own secrets, to read, and nobody else\'s', (name) => {
    expect(secretMount(name)).toMatchObject({ read_only: true, volume: { subpath: name } });
    const own = Object.keys(files).filter((file) => file.startsWith(`${name}/`)).map((file) => file.slice(name.length + 1)).sort();
    const named = Object.entries(of(name).environment ?? {}).filter(([variable]) => variable.endsWith('_FILE')).map(([, file]) => file).filter((file) => file.startsWith('/secrets/')).map((file) => file.slice('/secrets/'.length)).sort();
    expect(named).toEqual(own);
  });

  it('makes a role for every service with a database, and for the sample\'s', () => {
    const roles = Object.keys(files).filter((file) => file.startsWith('databases/roles/')).map((file) => path.basename(file)).sort();
    expect(roles).toEqual([...services.flatMap(({ database }) => database ?? []), 'crm'].sort());
  });

  it.each(serviceNames)('runs %s without rights, on a root file system it cannot write, within limits, after what it needs', (name) => {
    const { read_only, cap_drop, deploy, depends_on } = of(name);
    expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] });
    expect(deploy?.resources.limits).toEqual({ cpus: expect.any(String), memory: expect.stringMatching(/^\d+[mg]$/) });
    const needs = services.find((plan) => plan.name === name)?.needs ?? [];
    for (const need of needs) expect(depends_on?.[need]?.condition).toBe('service_healthy');
  });

  it('archives every volume that holds something', () => {
    const archived = (of('archive').volumes ?? []).filter((mount) => typeof mount === 'string').filter((mount) => mount.includes(':/volumes/')).map((mount) => mount.split(':')[0]).sort();
    expect(archived).toEqual(Object.keys(compose.volumes).filter((name) => !rebuilt.has(name)).sort());
  });
});

/** Volumes of profiles that are filled again by themselves. */
const rebuilt = new Set(['prometheus', 'grafana']);

describe('secret files', () => {
  it('are all different, and stay when the installation knows them', () => {
    const values = Object.entries(files).filter(([file]) => !file.endsWith('.json') && !/^(people|trino)\//.test(file) && file !== 'databases/superuser').map(([, value]) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(secretFiles(completeSecrets(secrets), { databaseHost: 'postgres', databasePort: 5432 })).toEqual(files);
  });

  it('name a database as its own role, password quoted for a URL', () => {
    const odd = { ...secrets, databases: { ...secrets.databases, metis: 'a/b@c' } };
    expect(secretFiles(odd, { databaseHost: 'h', databasePort: 1 })['metis/database-url']).toBe('postgres://metis:a%2Fb%40c@h:1/metis');
  });
});

describe('the profile observability', () => {
  const read = (file: string): unknown => parse(readFileSync(path.join(root, 'deploy/observability', file), 'utf8'));
  it('scrapes every service', () => {
    const { scrape_configs: [job] } = read('prometheus.yml') as { scrape_configs: { static_configs: { targets: string[] }[] }[] };
    expect(job?.static_configs[0]?.targets.toSorted()).toEqual(serviceNames.map((name) => `${name}:8080`).toSorted());
  });

  it('draws and watches only what the services measure', () => {
    const known = /\b(up|http_request_duration_seconds_(?:count|bucket)|outbox_depth|events_handled_total|process_resident_memory_bytes|process_cpu_seconds_total|nodejs_eventloop_active_seconds_total)\b/;
    const { panels } = read('grafana/dashboards/services.json') as { panels: { targets: { expr: string }[] }[] };
    const { groups: [group] } = read('alerts.yml') as { groups: { rules: { expr: string }[] }[] };
    const expressions = [...panels.flatMap(({ targets }) => targets), ...group?.rules ?? []].map(({ expr }) => expr);
    expect(expressions.length).toBeGreaterThan(10);
    for (const expression of expressions) expect(expression).toMatch(known);
  });
});

describe('the traces of the profile observability', () => {
  const { receivers, service } = parse(readFileSync(path.join(root, 'deploy/observability/collector.yml'), 'utf8')) as { receivers: { otlp: { protocols: { http: { endpoint: string } } } }; service: { pipelines: { traces: { exporters: string[] } } } };

  it('go from every service, where it is told so, to the port that the collector hears at', () => {
    for (const name of serviceNames) expect(of(name).environment).toMatchObject({ OTEL_EXPORTER_OTLP_ENDPOINT: '${OTEL_EXPORTER_OTLP_ENDPOINT:-}' });
    expect(receivers.otlp.protocols.http.endpoint).toBe('0.0.0.0:4318');
    expect(text).toContain('OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318');
    expect(service.pipelines.traces.exporters).toEqual(['otlp/jaeger']);
  });
});

describe('the profile trino', () => {
  it('declares a cluster as Minerva takes one, at the name of its container', () => {
    const { cluster } = parse(readFileSync(path.join(root, 'deploy/trino/cluster.yaml'), 'utf8')) as { cluster: unknown };
    expect(ClusterSpec.parse(cluster)).toMatchObject({ type: 'trino', trino: { url: 'http://trino:8080' }, minerva: { depots: [{ address: 'dataos://crm' }] } });
    expect(of('trino').profiles).toEqual(['trino']);
  });

  it('gives Trino the one password that it needs and no key of a person', () => {
    expect(secretMount('trino')).toMatchObject({ read_only: true, volume: { subpath: 'trino' } });
    expect(Object.keys(files).filter((file) => file.startsWith('trino/'))).toEqual(['trino/crm-password']);
  });
});

describe('the profile s3', () => {
  const start = readFileSync(path.join(root, 'deploy/s3/start.sh'), 'utf8');

  it('gives the store its key and nothing else of anybody, and publishes no port', () => {
    expect(secretMount('s3')).toMatchObject({ read_only: true, volume: { subpath: 's3' } });
    const own = Object.keys(files).filter((file) => file.startsWith('s3/')).sort();
    expect(own).toEqual(['s3/access-key', 's3/secret-key']);
    for (const file of own) expect([start.includes(`/secrets/${path.basename(file)}`), files[`people/s3-${path.basename(file)}`]]).toEqual([true, files[file]]);
    expect([of('s3').ports, of('s3').profiles, of('s3').cap_drop]).toEqual([undefined, ['s3'], ['ALL']]);
  });

  it('makes a key that differs from installation to installation and tells nothing of what it is made of', () => {
    const other = secretFiles(completeSecrets({}), { databaseHost: 'postgres', databasePort: 5432 });
    expect(other['s3/secret-key']).not.toBe(files['s3/secret-key']);
    expect(files['s3/secret-key']).not.toContain(secrets.superuser);
    expect(files['s3/access-key']).toMatch(/^[\w-]{20}$/);
  });

  it('fills the bucket that its depot reads, at the port and path of its store, and applies what the example says', () => {
    const { S3_ENDPOINT: endpoint = '', S3_BUCKET: bucket } = of('s3-sample').environment ?? {};
    expect(start).toContain(`--port :${new URL(endpoint).port} --health /health`);
    expect(start).toContain(`/objects/buckets/${bucket} `);
    const manifest = readFileSync(path.join(root, 'examples/s3/resources/lake.depot.yaml'), 'utf8').replace('${S3_ENDPOINT}', endpoint).replace('${S3_BUCKET}', String(bucket));
    const { depot } = parse(manifest) as { depot: { s3: unknown } };
    const connection = S3Connection.parse(depot.s3);
    expect(s3StoreOf(connection, { awsaccesskeyid: 'a', awssecretaccesskey: 'b' })).toMatchObject({ endpoint: 'http://s3:7070', bucket: 'air', prefix: 'sample/' });
    expect([...objectsBelow(path.join(root, 'examples/s3/objects')).keys()].every((key) => key.startsWith('sample/'))).toBe(true);
    expect(of('s3-sample').depends_on).toMatchObject({ s3: { condition: 'service_healthy' }, sample: { condition: 'service_completed_successfully' } });
  });
});

const usable = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
(usable ? describe : describe.skip)(usable ? 'docker compose config' : 'docker compose config (not run: there is no docker compose)', () => {
  const profiles = [...new Set(Object.values(compose.services).flatMap((service) => service.profiles ?? []))];

  it.each([[], ...profiles.map((profile) => [profile]), profiles])('takes the file with the profiles [%s]', (...wanted) => {
    const { status, stdout, stderr } = spawnSync('docker', ['compose', ...wanted.flatMap((profile) => ['--profile', profile]), 'config', '--services'], { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const expected = Object.entries(compose.services).filter(([, service]) => service.profiles?.every((profile) => !wanted.includes(profile)) !== true).map(([name]) => name);
    expect(stdout.trim().split('\n').sort()).toEqual(expected.sort());
  });

  it('names every image that is not built here by a version', () => {
    for (const [name, { image }] of Object.entries(compose.services)) expect([name, image]).toEqual([name, expect.stringMatching(/:(\$\{\w+:-[\w.]+\}|v?\d[\w.]*)$/)]);
  });
});
