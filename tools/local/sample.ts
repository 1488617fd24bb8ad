import { copyFileSync, existsSync, linkSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataos } from './command-line.ts';
import type { Installation } from './environment.ts';
import { writeAtomically } from './files.ts';

/** What `get` shows of a resource, as far as waiting for it needs. */
export interface ResourceView { type: string; name: string; status?: { aggregateStatus?: string; runtimeState?: { status?: string }; builderState?: { info?: string } } }

export type Verdict = { state: 'done' | 'waiting' | 'broken'; remark: string };

const flightData = path.resolve(import.meta.dirname, '../../node_modules/vega-datasets/data');
const waitAtMost = 300_000;

/** Whether an applied sample is complete: its bundle active and each of its workflows succeeded. Pure. */
export function judgeSample(bundles: readonly ResourceView[], workflows: readonly ResourceView[]): Verdict {
  const runtime = ({ status }: ResourceView): string => status?.runtimeState?.status ?? '';
  const failed = workflows.find((workflow) => ['failed', 'aborted'].includes(runtime(workflow).toLowerCase()));
  if (failed !== undefined) return { state: 'broken', remark: `workflow ${failed.name} ${runtime(failed)}` };
  const running = workflows.filter((workflow) => runtime(workflow) !== 'succeeded' && !runtime(workflow).startsWith('next:'));
  const waiting = [...bundles.filter(({ status }) => status?.aggregateStatus !== 'active'), ...running];
  if (bundles.length > 0 && waiting.length === 0) return { state: 'done', remark: `${workflows.length} workflows succeeded` };
  const remark = waiting.map((resource) => `${resource.type} ${resource.name}: ${runtime(resource) || resource.status?.aggregateStatus || 'pending'}`);
  return { state: 'waiting', remark: remark.join(', ') || 'accepted' };
}

/** Puts the flight data where the depot `flights` finds it: a link where possible, else a copy. */
export function placeFlights(folder: string): void {
  const collection = path.join(folder, 'sample/flights/air');
  mkdirSync(collection, { recursive: true });
  for (const [from, to] of [['flights-3m.parquet', 'flights.parquet'], ['airports.csv', 'airports.csv']] as const) {
    const target = path.join(collection, to);
    const source = path.join(flightData, from);
    if (existsSync(target) && statSync(target).size === statSync(source).size) continue;
    try { linkSync(source, target); } catch { copyFileSync(source, target); }
  }
}

/** What the sample's manifests interpolate: its database, and the folder in which its files were placed. */
export const exampleVariables = (host: string, port: number, password: string, folder: string): Record<string, string> => ({
  CRM_HOST: host, CRM_PORT: String(port), CRM_DATABASE: 'crm', CRM_USER: 'crm', CRM_PASSWORD: password, AIR_FILES: path.join(folder, 'sample/flights'),
});

export const sampleVariables = ({ folder, ports, secrets }: Installation): Record<string, string> => exampleVariables('127.0.0.1', ports.postgres, secrets.databases.crm ?? '', folder);

/** Applies `examples/air` with the command line, as its user would. */
export function applySample(checkout: string, installation: Installation, gateway: string): Promise<void> {
  return applyExample(checkout, path.join(installation.folder, 'cli-home'), {
    DATAOS_URL: gateway, DATAOS_APIKEY: installation.secrets.apikeys.olivia, ...sampleVariables(installation),
  });
}

/** The same wherever the platform runs: `variables` are what the command line and the manifests read. */
export async function applyExample(checkout: string, home: string, variables: Record<string, string | undefined>): Promise<void> {
  const { code, output } = await dataos(checkout, ['apply', '-f', 'examples/air'], { HOME: home, ...variables });
  if (code !== 0) throw new Error(`dataos apply -f examples/air ended with ${code}:\n${output}`);
}

/** The resources of one list; `undefined` while poros is away, which the next look may find changed. */
async function list(gateway: string, apikey: string, path: string): Promise<ResourceView[] | undefined> {
  const answer = await fetch(`${gateway}/poros/api/v1/${path}`, { headers: { apikey } });
  if (answer.status >= 502 && answer.status <= 504) return undefined;
  if (!answer.ok) throw new Error(`GET /poros/api/v1/${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  const body = await answer.json() as ResourceView[] | { items?: ResourceView[] };
  return Array.isArray(body) ? body : body.items ?? [];
}

/** Waits until everything the bundle declares is there; `tell` hears each change. */
export async function waitForSample(gateway: string, apikey: string, tell: (remark: string) => void): Promise<string> {
  const deadline = Date.now() + waitAtMost;
  let told = '';
  for (;;) {
    const [bundles, workflows] = await Promise.all([
      list(gateway, apikey, 'resources/bundle'),
      list(gateway, apikey, 'workspaces/public/resources/workflow'),
    ]);
    const away: Verdict = { state: 'waiting', remark: 'poros does not answer' };
    const { state, remark } = bundles === undefined || workflows === undefined ? away : judgeSample(bundles, workflows);
    if (state === 'done') return remark;
    if (state === 'broken') throw new Error(`The sample did not come up: ${remark}. Ask for the reason: npm run dataos -- logs …`);
    if (Date.now() > deadline) throw new Error(`The sample is not complete after ${waitAtMost / 1000} s: ${remark}`);
    if (remark !== told) tell((told = remark));
    await sleep(500);
  }
}

const marker = (folder: string): string => path.join(folder, 'sample/applied.json');

export const isApplied = (folder: string): boolean => existsSync(marker(folder));

/** Remembers that the first run is over; the next start leaves the sample alone. */
export function markApplied(folder: string): void {
  writeAtomically(marker(folder), `${JSON.stringify({ appliedAt: new Date().toISOString() })}\n`);
}
