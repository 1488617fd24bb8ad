import { execFileSync } from 'node:child_process';
import { request, type RequestOptions } from 'node:https';
import path from 'node:path';
import { ApiException, AuthorizationV1Api, CoreV1Api, KubeConfig, KubernetesObjectApi, PatchStrategy } from '@kubernetes/client-node';
import type { KubernetesObject, V1ResourceRule } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';

/** An object as it stands in a manifest. */
export type Manifest = KubernetesObject & Record<string, unknown> & { kind: string; apiVersion: string; metadata: { name: string; namespace?: string; labels?: Record<string, string> } };
export type Json = { [key: string]: Json } & Json[] & string & number;

const root = path.resolve(import.meta.dirname, '../..');
const manager = 'dataos-test';

function kubectl(...args: string[]): string {
  try {
    return execFileSync(process.env['KUBECTL'] ?? 'kubectl', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error('there is no kubectl: put it in PATH or name it in KUBECTL');
    throw error;
  }
}

/** What kustomize makes of a folder of k8s/, by the kubectl that KUBECTL or PATH names. */
export function render(folder: string): Manifest[] {
  return parseAllDocuments(kubectl('kustomize', path.join(root, 'k8s', folder))).map((document) => document.toJS() as Manifest);
}

const clusterWide = new Set(['ClusterRole', 'ClusterRoleBinding']);

/** The same objects in a namespace of their own, so that a test disturbs no installation. Pure. */
export function into(namespace: string, manifests: readonly Manifest[]): Manifest[] {
  return manifests.map((manifest) => {
    const copy = structuredClone(manifest) as Manifest & { subjects?: { namespace?: string }[]; roleRef?: { kind: string; name: string } };
    const own = (name: string): string => `${name}-${namespace}`;
    if (copy.kind === 'Namespace') copy.metadata.name = namespace;
    else if (clusterWide.has(copy.kind)) copy.metadata.name = own(copy.metadata.name);
    else copy.metadata.namespace = namespace;
    for (const subject of copy.subjects ?? []) subject.namespace = namespace;
    if (copy.roleRef?.kind === 'ClusterRole') copy.roleRef.name = own(copy.roleRef.name);
    return copy;
  });
}

class Objects extends KubernetesObjectApi {
  path(manifest: Manifest): Promise<string> {
    return this.specUriPath(manifest, 'patch');
  }
}

interface Answer { code: number; text: string }

function send(url: URL, options: RequestOptions, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('end', () => resolve({ code: incoming.statusCode ?? 0, text })).on('error', reject);
    });
    outgoing.on('error', reject).end(body);
  });
}

/** A real API server, as one user. */
export class Cluster {
  readonly config: KubeConfig;
  readonly objects: Objects;
  readonly core: CoreV1Api;
  readonly rights: AuthorizationV1Api;

  constructor(config: KubeConfig) {
    this.config = config;
    this.objects = config.makeApiClient(Objects);
    this.core = config.makeApiClient(CoreV1Api);
    this.rights = config.makeApiClient(AuthorizationV1Api);
  }

  static fromEnvironment(): Cluster {
    const config = new KubeConfig();
    config.loadFromDefault();
    return new Cluster(config);
  }

  /** The same server, as the service account: by a token it gives out for it, as to a pod. */
  async as(namespace: string, serviceAccount: string): Promise<Cluster> {
    const { status } = await this.core.createNamespacedServiceAccountToken({ name: serviceAccount, namespace, body: { spec: { audiences: [], expirationSeconds: 600 } } });
    const cluster = this.config.getCurrentCluster();
    if (cluster === null || status === undefined) throw new Error('the API server gave no token');
    const config = new KubeConfig();
    config.loadFromClusterAndUser(cluster, { name: serviceAccount, token: status.token });
    return new Cluster(config);
  }

  /**
   * Server-side apply; applying again changes nothing. Sent as it stands: the client's typed models would drop a field they do not
   * know, and the server could not refuse it.
   */
  async apply(manifest: Manifest, dryRun = false): Promise<void> {
    const server = this.config.getCurrentCluster()?.server;
    if (server === undefined) throw new Error('the kubeconfig names no cluster');
    const url = new URL(`${server}/${(await this.objects.path(manifest)).replace(/^\//, '')}`);
    url.search = new URLSearchParams({ fieldManager: manager, force: 'true', fieldValidation: 'Strict', ...(dryRun ? { dryRun: 'All' } : {}) }).toString();
    const options: RequestOptions = { method: 'PATCH', headers: { 'content-type': PatchStrategy.ServerSideApply } };
    await this.config.applyToHTTPSOptions(options);
    const { code, text } = await send(url, options, JSON.stringify(manifest));
    if (code >= 300) throw new Error(`${manifest.kind} ${manifest.metadata.name} is refused with ${code}: ${text}`);
  }

  async read(kind: string, apiVersion: string, namespace: string, name: string): Promise<Json> {
    return await this.objects.read({ kind, apiVersion, metadata: { name, namespace } }) as unknown as Json;
  }

  async list(kind: string, apiVersion: string, namespace: string): Promise<Json[]> {
    return (await this.objects.list(apiVersion, kind, namespace)).items as unknown as Json[];
  }

  /** Deletes what is there and waits until it is gone. */
  async remove(kind: string, apiVersion: string, name: string): Promise<void> {
    const target = { kind, apiVersion, metadata: { name } };
    const gone = (error: unknown): boolean => error instanceof ApiException && error.code === 404;
    try {
      await this.objects.delete(target, undefined, undefined, 0);
      for (;;) {
        await this.objects.read(target);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    } catch (error) {
      if (!gone(error)) throw error;
    }
  }

  /** All that this user may do in the namespace, one line per verb and resource. */
  async allowed(namespace: string): Promise<Set<string>> {
    const review = await this.rights.createSelfSubjectRulesReview({ body: { spec: { namespace } } });
    return new Set(review.status?.resourceRules.flatMap(linesOf));
  }

  /** Whether a user may, asked of the server rather than read from roles. */
  async may(user: string, verb: string, resource: string, namespace?: string): Promise<boolean> {
    const [name = '', group = ''] = resource.split('@');
    const [kind = '', subresource] = name.split('/');
    const { status } = await this.rights.createSubjectAccessReview({
      body: { spec: { user, resourceAttributes: { verb, group, resource: kind, ...(subresource === undefined ? {} : { subresource }), ...(namespace === undefined ? {} : { namespace }) } } },
    });
    return status?.allowed ?? false;
  }
}

const linesOf = ({ verbs, apiGroups = [], resources = [] }: V1ResourceRule): string[] =>
  verbs.flatMap((verb) => apiGroups.flatMap((group) => resources.map((resource) => `${verb} ${resource}${group === '' ? '' : `@${group}`}`)));
