import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EVENT_BUS, type EventBus } from '@dataos/kit';
import { createTestDatabase, eventually, startTestService, type TestDatabase } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';
import { type Heimdall, keyOf, send } from './fixture.js';

const ROUNDS = 4;
const WRITERS = 6;
const main = resolve(import.meta.dirname, '../dist/main.js');
const users = [{ id: 'olivia', name: 'Olivia', type: 'person', tags: ['roles:id:operator'], apikey: keyOf('olivia') }, { id: 'amir', name: 'Amir', type: 'person', tags: [], apikey: keyOf('amir') }];

interface Event { readonly id: string; readonly type: string; readonly subject: string; readonly data: Record<string, unknown> }
/** What was answered with 2xx, or for a refusal with its decision, by the kind of change. */
type Accepted = Record<'policies' | 'roles' | 'tags' | 'grants' | 'masks' | 'refusals', string[]>;

/** The service as it is shipped, in a process of its own that is killed in the middle of everything. */
describe('kill -9 during writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const files = { HEIMDALL_KEY_FILE: join(folder, 'key'), HEIMDALL_BOOTSTRAP_FILE: join(folder, 'bootstrap.json') };
  const accepted: Accepted = { policies: [], roles: [], tags: [], grants: [], masks: [], refusals: [] };
  const heard = new Map<string, Event>();
  let database: TestDatabase;
  let child: ChildProcess | undefined;
  let survivor: Heimdall;
  let unanswered = 0;

  beforeAll(async () => {
    writeFileSync(files.HEIMDALL_BOOTSTRAP_FILE, JSON.stringify({ users }));
    database = await createTestDatabase('kill');
    for (let round = 0; round < ROUNDS; round += 1) {
      const url = await start();
      const work = Array.from({ length: WRITERS }, (_, writer) => write(url, `${round}-${writer}`));
      // The moment of death falls anywhere in a change, as six of them are always under way.
      const enough = written() + 20 + 11 * round;
      await eventually(() => expect(written()).toBeGreaterThanOrEqual(enough), { timeoutMs: 60_000, everyMs: 3 });
      const ended = new Promise((done) => child?.once('exit', done));
      child?.kill('SIGKILL');
      await ended;
      await Promise.all(work);
    }
    survivor = (await startTestService(service, AppModule, { config: { ...files, DATABASE_URL: database.url } })) as unknown as Heimdall;
    await survivor.get<EventBus>(EVENT_BUS).subscribe({ group: 'kill-follow', topics: ['dataos.heimdall.v1'], from: 'earliest', handle: async ({ envelope }) => {
      const event = envelope as unknown as Event;
      heard.set(event.id, event);
    } });
  }, 400_000);

  afterAll(async () => {
    child?.kill('SIGKILL');
    await survivor?.close({ keepDatabase: true });
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const written = (): number => Object.values(accepted).reduce((sum, { length }) => sum + length, 0);

  async function start(): Promise<string> {
    const env = { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'info', DATABASE_URL: database.url, EVENTS_URL: database.url, SERVICE_APIKEY: keyOf('olivia'), SUPERVISOR_PID: String(process.pid), ...files };
    child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    let url = '';
    await eventually(async () => {
      url = output.split('\n').map((line) => /"url":"([^"]+)".*listening/.exec(line)?.[1]).find((found) => found !== undefined)?.replace('[::1]', '127.0.0.1') ?? '';
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }, { timeoutMs: 120_000 });
    return url;
  }

  /** One change after the other until the process is gone; what was under way then may have been done or not. */
  async function write(url: string, writer: string): Promise<void> {
    const json = { token: keyOf('olivia'), type: 'application/json' };
    const kinds: [keyof Accepted, (name: string) => Promise<string>][] = [
      ['policies', (name) => put(`/heimdall/api/v1/policies/${name}`, { policy: { access: { subjects: { tags: [name] }, predicates: ['read'], objects: { paths: [`dataos://${name}:**`] }, allow: true } } }, name)],
      ['roles', (name) => post('/heimdall/api/v1/roles', { id: name, name }, name)],
      ['tags', (name) => post('/heimdall/api/v1/tags', { user_id: 'amir', tags: [`roles:id:${name}`] }, `roles:id:${name}`)],
      ['grants', (name) => post('/heimdall/api/v1/grants', { policy_use_case_id: 'read-specific-dataset', subjects: [`roles:id:${name}`], values: [{ depot: 'd', collection: 'c', dataset: name }] }, undefined)],
      ['masks', (name) => put(`/heimdall/dp/api/v1/policies/${name}-m`, { type: 'mask', selector: { user: { match: 'any', tags: [name] }, column: { names: ['x'] } }, mask: { operator: 'redact' } }, `${name}-m`)],
      ['refusals', () => refusal()],
    ];
    const call = async (method: string, path: string, body: object, id: string | undefined): Promise<string> => {
      const answer = await send(url, method, path, { ...json, body: JSON.stringify(body) });
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return id ?? (answer.body as { id: string }).id;
    };
    const put = (path: string, body: object, id: string | undefined) => call('PUT', path, body, id);
    const post = (path: string, body: object, id: string | undefined) => call('POST', path, body, id);
    const refusal = async (): Promise<string> => {
      const { body } = await send(url, 'POST', '/heimdall/api/v1/authorize', { type: 'application/json', body: JSON.stringify({ token: keyOf('amir'), context: { predicate: 'read', object: { paths: [`dataos://none:${writer}/x`] } } }) });
      return (body as { decision: string }).decision;
    };
    for (let i = 0; ; i += 1) {
      for (const [kind, change] of kinds) {
        try {
          accepted[kind].push(await change(`k-${writer}-${i}`));
        } catch (error) {
          // The process is gone: fetch failed. Anything else is a fault of the test or of the service.
          if ((error as Error).name !== 'TypeError') throw error;
          unanswered += 1;
          return;
        }
      }
    }
  }

  it('was in the middle of writing each time, and wrote enough to mean something', () => {
    expect(unanswered).toBe(ROUNDS * WRITERS);
    expect(written()).toBeGreaterThanOrEqual(ROUNDS * 20);
    for (const kind of Object.values(accepted)) expect(kind).not.toEqual([]);
  });

  it('loses no policy, role, tag, grant or mask that was accepted', async () => {
    const olivia = survivor.client(keyOf('olivia'));
    const names = (await olivia.listPolicies({ query: {} })).map(({ name }) => name);
    expect(accepted.policies.filter((name) => !names.includes(name))).toEqual([]);
    expect(accepted.masks.filter((name) => !names.includes(name))).toEqual([]);
    const roles = (await olivia.listRoles()).map(({ id }) => id);
    expect(accepted.roles.filter((id) => !roles.includes(id))).toEqual([]);
    const { tags } = await olivia.getTags({ params: { user: 'amir' } });
    expect(accepted.tags.filter((tag) => !tags.includes(tag))).toEqual([]);
    const grants = (await olivia.listGrants()).map(({ id }) => id);
    expect(accepted.grants.filter((id) => !grants.includes(id))).toEqual([]);
  });

  it('tells the event of each, also of those whose process died before telling it, and none of what never was', async () => {
    const told = (type: string, key: (event: Event) => unknown): Set<unknown> => new Set([...heard.values()].filter((event) => event.type === type).flatMap(key));
    await eventually(() => {
      const missing = {
        policies: accepted.policies.filter((name) => !told('policy.changed', ({ data }) => data['name']).has(name)),
        masks: accepted.masks.filter((name) => !told('data-policy.changed', ({ data }) => data['name']).has(name)),
        roles: accepted.roles.filter((id) => !told('vocabulary.changed', ({ data }) => data['id']).has(id)),
        tags: accepted.tags.filter((tag) => !told('tag.changed', ({ data }) => data['added'] as string[]).has(tag)),
        grants: accepted.grants.filter((id) => !told('grant.changed', ({ data }) => data['id']).has(id)),
        refusals: accepted.refusals.filter((id) => !told('decision.denied', ({ data }) => data['id']).has(id)),
      };
      expect(missing).toEqual({ policies: [], masks: [], roles: [], tags: [], grants: [], refusals: [] });
    }, { timeoutMs: 30_000 });
    const names = new Set((await survivor.client(keyOf('olivia')).listPolicies({ query: {} })).map(({ name }) => name));
    const phantoms = [...told('data-policy.changed', ({ data }) => data['name'])].filter((name) => !names.has(name as string));
    expect(phantoms).toEqual([]);
  }, 60_000);

  it('keeps the record of every change and refusal, in a log that proves itself', async () => {
    const olivia = survivor.client(keyOf('olivia'));
    for (const id of accepted.refusals) expect(await olivia.getDecision({ params: { id } })).toMatchObject({ id, allow: false, subject: 'amir' });
    const given = (await olivia.listUserChanges({ params: { user: 'amir' } })).map(({ details, what }) => `${what} ${details}`).join('\n');
    expect(accepted.tags.filter((tag) => !given.includes(tag))).toEqual([]);
    for (const id of accepted.grants.slice(-5)) expect((await olivia.listGrantChanges({ params: { id } })).length).toBeGreaterThan(0);
    await eventually(async () => {
      const report = await olivia.verifyAudit({ query: {} });
      expect(report).toMatchObject({ ok: true, unsealed: 0 });
      expect(report.checked).toBeGreaterThanOrEqual(accepted.refusals.length);
    }, { timeoutMs: 30_000 });
  }, 60_000);

  it('compiles every grant into the policies it stands for', async () => {
    const all = await survivor.client(keyOf('olivia')).listPolicies({ query: {} });
    const granted = new Set(all.map(({ name }) => /^grant-(.+)-\d+$/.exec(name)?.[1]));
    expect(accepted.grants.filter((id) => !granted.has(id))).toEqual([]);
  });
});
