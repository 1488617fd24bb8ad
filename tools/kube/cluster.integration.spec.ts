import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { completeSecrets } from '../local/secrets.ts';
import { serviceNames, services } from '../local/services.ts';
import { Cluster, into, render } from './cluster.ts';
import type { Manifest } from './cluster.ts';
import { secretManifests } from './secrets.ts';

const namespace = `dataos-test-${process.pid}`;
const alone = `${namespace}-alone`;
const account = (name: string): string => `system:serviceaccount:${namespace}:${name}`;
const secrets = () => secretManifests({ known: completeSecrets({}), sealingKey: Buffer.alloc(32, 7), postgres: 'postgres:5432', kafka: 'kafka:9092' }) as unknown as Manifest[];
/** The namespace first, since everything else is in it. */
const inOrder = (manifests: readonly Manifest[]): Manifest[] => [...manifests].sort((a, b) => Number(b.kind === 'Namespace') - Number(a.kind === 'Namespace'));

async function until(what: string, done: () => Promise<string[]>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  for (let left = await done(); left.length > 0; left = await done()) {
    if (Date.now() > end) throw new Error(`${what}, not after ${seconds} s: ${left.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const conditionOf = (object: { status?: { conditions?: { type: string; status: string }[] } }, type: string): boolean =>
  object.status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false;

interface PodSpec { securityContext?: object; containers: { securityContext?: object }[] }
/** Its kind is not among those of a bare API server, which therefore cannot be asked about it. */
const monitor = parse(readFileSync(path.resolve(import.meta.dirname, '../../k8s/components/monitoring/service-monitor.yaml'), 'utf8')) as {
  spec: { selector: { matchLabels: Record<string, string> }; endpoints: { port: string }[] };
};

const suite = (): void => {
  const cluster = Cluster.fromEnvironment();
  const local = into(namespace, render('overlays/local'));

  const notYet = async (kind: string, apiVersion: string, type: string, where = namespace): Promise<string[]> =>
    (await cluster.list(kind, apiVersion, where)).filter((object) => !conditionOf(object as never, type)).map((object) => String(object['metadata']?.['name']));

  beforeAll(async () => {
    for (const manifest of inOrder(local)) await cluster.apply(manifest);
    for (const secret of into(namespace, secrets())) await cluster.apply(secret);
  }, 120_000);

  afterAll(async () => {
    await Promise.all([namespace, alone].map((name) => cluster.remove('Namespace', 'v1', name)));
    for (const kind of ['ClusterRoleBinding', 'ClusterRole']) {
      for (const name of [namespace, alone]) await cluster.remove(kind, 'rbac.authorization.k8s.io/v1', `dataos-operations-${name}`);
    }
  }, 180_000);

  it('becomes available: every Deployment; and every migration ends', async () => {
    const names = (await cluster.list('Deployment', 'apps/v1', namespace)).map((object) => String(object['metadata']?.['name']));
    expect(names.sort()).toEqual([...serviceNames].sort());
    await until('every Deployment is available', () => notYet('Deployment', 'apps/v1', 'Available'));
    await until('every migration is complete', async () => notYet('Job', 'batch/v1', 'Complete'));
  }, 120_000);

  it('changes nothing when it is applied again', async () => {
    const generations = async (): Promise<unknown[]> => (await cluster.list('Deployment', 'apps/v1', namespace)).map((object) => [object['metadata']?.['name'], object['metadata']?.['generation']]);
    const before = await generations();
    for (const manifest of local.filter(({ kind }) => kind !== 'Job')) await cluster.apply(manifest);
    expect(await generations()).toEqual(before);
  }, 60_000);

  it.each(['overlays/local', 'overlays/production', ...serviceNames.map((name) => `base/${name}`)])('is accepted by a dry run: %s', async (folder) => {
    // Jobs that are there already cannot be changed; a new one is what an upgrade applies.
    const manifests = into(namespace, render(folder)).map((manifest) => (manifest.kind === 'Job' ? { ...manifest, metadata: { ...manifest.metadata, name: `next-${manifest.metadata.name}` } } : manifest));
    for (const manifest of inOrder(manifests)) await cluster.apply(manifest, true);
  }, 60_000);

  it.each(services.map(({ name, database }) => [name, database !== undefined] as const))('has all that a service is made of, without rights and scraped: base/%s', (name, stateful) => {
    const own = render(`base/${name}`);
    const kinds = ['ConfigMap', 'Deployment', 'HorizontalPodAutoscaler', 'NetworkPolicy', 'PodDisruptionBudget', 'Service', 'ServiceAccount', ...(stateful ? ['Job'] : [])];
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    const templates = own.filter(({ kind }) => kind === 'Deployment' || kind === 'Job') as unknown as { spec: { template: { spec: PodSpec } } }[];
    for (const { spec: { template: { spec: pod } } } of templates) {
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      for (const { securityContext } of pod.containers) expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
    const { selector, endpoints } = monitor.spec;
    const service = own.find(({ kind }) => kind === 'Service') as unknown as { metadata: Manifest['metadata']; spec: { ports: { name: string }[] } };
    expect(service.metadata.labels).toMatchObject(selector.matchLabels);
    expect(service.spec.ports.map((port) => port.name)).toEqual(expect.arrayContaining(endpoints.map(({ port }) => port)));
  });

  it.each(['heimdall', 'poros'])('runs without the others: %s', async (service) => {
    const platform = into(alone, render('platform'));
    for (const manifest of inOrder([...platform, ...into(alone, render(`base/${service}`)), ...into(alone, secrets())])) await cluster.apply(manifest);
    await until(`${service} is available`, () => notYet('Deployment', 'apps/v1', 'Available', alone));
    expect((await cluster.list('Deployment', 'apps/v1', alone)).map((object) => object['metadata']?.['name'])).toContain(service);
  }, 90_000);

  it('has no field the API server does not know: a planted one is refused, wherever it stands', async () => {
    const deployment = local.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'metis') as Manifest;
    const planted = structuredClone(deployment) as unknown as { spec: { replica?: number; template: { spec: { containers: Record<string, unknown>[] } } } };
    planted.spec.template.spec.containers[0]!['imagee'] = 'x';
    await expect(cluster.apply(planted as unknown as Manifest, true)).rejects.toThrow(/imagee/);
    const policy = structuredClone(local.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'metis')) as unknown as { spec: Record<string, unknown> };
    policy.spec['ingres'] = [];
    await expect(cluster.apply(policy as unknown as Manifest, true)).rejects.toThrow(/ingres/);
  });

  it.each([
    ['runs as root', { securityContext: { runAsUser: 0, runAsNonRoot: false } }, {}],
    ['may gain rights', {}, { allowPrivilegeEscalation: true }],
    ['sees the machine', { hostNetwork: true }, {}],
  ])('has no pod that %s: the namespace refuses it', async (_what, pod, container) => {
    const planted = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'planted', namespace }, spec: {
      containers: [{ name: 'x', image: 'x', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...container } }],
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, ...pod,
    } };
    await expect(cluster.apply(planted as unknown as Manifest, true)).rejects.toThrow(/violates PodSecurity/);
  });

  describe('the rights of each service account, asked of the API server', () => {
    const rules = (name: string): string[] => local.filter(({ kind, metadata }) => kind === 'Role' && metadata.name === name).flatMap((role) =>
      (role as unknown as { rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[] }).rules.flatMap(({ apiGroups, resources, verbs }) =>
        verbs.flatMap((verb) => apiGroups.flatMap((group) => resources.map((resource) => `${verb} ${resource}${group === '' ? '' : `@${group}`}`)))));
    const nodes = ['get nodes', 'list nodes', 'watch nodes', 'get nodes@metrics.k8s.io', 'list nodes@metrics.k8s.io'];

    it.each([...serviceNames, 'postgres', 'kafka', 'default'])('%s: exactly what its role says, beyond what every account may', async (name) => {
      const stranger = await (await cluster.as('default', 'default')).allowed('default');
      const mine = await (await cluster.as(namespace, name)).allowed(namespace);
      const more = [...mine].filter((line) => !stranger.has(line)).sort();
      expect(more).toEqual([...rules(name), ...(name === 'operations' ? nodes : [])].sort());
      if (!['poros', 'operations'].includes(name)) expect(more).toEqual([]);
    });

    it.each([
      ['poros', 'create', 'jobs@batch', true], ['poros', 'delete', 'jobs@batch', true], ['poros', 'get', 'pods/log', true],
      ['poros', 'get', 'secrets', false], ['poros', 'create', 'pods', false], ['poros', 'create', 'pods/exec', false], ['poros', 'update', 'deployments@apps', false],
      ['poros', 'create', 'rolebindings@rbac.authorization.k8s.io', false], ['poros', 'impersonate', 'serviceaccounts', false], ['poros', 'create', 'serviceaccounts/token', false],
      ['operations', 'list', 'pods', true], ['operations', 'get', 'pods/log', true], ['operations', 'list', 'deployments@apps', true],
      ['operations', 'delete', 'pods', false], ['operations', 'get', 'secrets', false], ['operations', 'get', 'configmaps', false], ['operations', 'create', 'jobs@batch', false],
      ['heimdall', 'get', 'secrets', false], ['metis', 'list', 'pods', false], ['api-gateway', 'list', 'services', false], ['minerva-gateway', 'create', 'jobs@batch', false],
    ])('%s may %s %s: %s', async (name, verb, resource, allowed) => {
      expect(await cluster.may(account(name), verb, resource, namespace)).toBe(allowed);
      // What is allowed, is allowed at home and nowhere else.
      for (const elsewhere of ['default', 'kube-system', alone]) expect(await cluster.may(account(name), verb, resource, elsewhere)).toBe(false);
    });

    it('only Operations sees the nodes of the cluster, and may not change them', async () => {
      for (const name of serviceNames) expect([name, await cluster.may(account(name), 'list', 'nodes')]).toEqual([name, name === 'operations']);
      expect(await cluster.may(account('operations'), 'patch', 'nodes')).toBe(false);
    });

    it('holds for a real request with a real token', async () => {
      const poros = await cluster.as(namespace, 'poros');
      expect(await poros.list('Job', 'batch/v1', namespace)).toBeInstanceOf(Array);
      await expect(poros.list('Secret', 'v1', namespace)).rejects.toThrow(/forbidden/);
      await expect((await cluster.as(namespace, 'metis')).list('Job', 'batch/v1', namespace)).rejects.toThrow(/forbidden/);
    });

    it('only those two get a token into their pods', async () => {
      const pods = await cluster.list('Pod', 'v1', namespace);
      const withToken = pods.filter((pod) => JSON.stringify(pod['spec']?.['volumes'] ?? []).includes('serviceAccountToken')).map((pod) => String(pod['metadata']?.['labels']?.['app.kubernetes.io/name']));
      expect(pods.length).toBeGreaterThan(serviceNames.length);
      expect([...new Set(withToken)].sort()).toEqual(['operations', 'poros']);
    });
  });

  it('isolates every pod in both directions, default deny aside', async () => {
    const policies = local.filter(({ kind }) => kind === 'NetworkPolicy') as unknown as { spec: { podSelector: { matchLabels?: Record<string, string> }; policyTypes: string[] } }[];
    for (const pod of await cluster.list('Pod', 'v1', namespace)) {
      const labels = pod['metadata']?.['labels'] as unknown as Record<string, string>;
      const own = policies.filter(({ spec: { podSelector: { matchLabels } } }) => matchLabels !== undefined && Object.entries(matchLabels).every(([key, value]) => labels[key] === value));
      expect([labels, new Set(own.flatMap(({ spec }) => spec.policyTypes))]).toEqual([labels, new Set(['Ingress', 'Egress'])]);
    }
    expect(policies.some(({ spec }) => Object.keys(spec.podSelector).length === 0 && spec.policyTypes.length === 2)).toBe(true);
  });

  it('sends traffic of a Service to the pods of that service, and to no migration', async () => {
    const pods = await cluster.list('Pod', 'v1', namespace);
    for (const name of serviceNames) {
      const service = await cluster.read('Service', 'v1', namespace, name);
      const selector = service['spec']?.['selector'] as unknown as Record<string, string>;
      const chosen = pods.filter((pod) => Object.entries(selector).every(([key, value]) => (pod['metadata']?.['labels'] as unknown as Record<string, string>)[key] === value));
      expect([name, chosen.length > 0, chosen.filter((pod) => String(pod['metadata']?.['name']).includes('migration')).length]).toEqual([name, true, 0]);
    }
  });
};

if (process.env['KUBECONFIG'] === undefined) {
  describe('Kubernetes', () => {
    it.skip('not run: KUBECONFIG names no cluster', () => undefined);
  });
} else describe('the platform on a real API server', suite);
