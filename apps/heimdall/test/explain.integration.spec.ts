import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { problemOf, startTestService, type TestService } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

const KEYS = { olivia: 'key-olivia-0123456789', amir: 'key-amir-0123456789', otto: 'key-otto-0123456789' };
const users = [
  { id: 'olivia', name: 'Olivia', type: 'person', tags: ['roles:id:operator'], apikey: KEYS.olivia }, { id: 'amir', name: 'Amir', type: 'person', tags: [], apikey: KEYS.amir },
  { id: 'otto', name: 'Otto', type: 'person', tags: [], apikey: KEYS.otto },
];
const folder = mkdtempSync(join(tmpdir(), 'explain-'));
const salaries = { predicate: 'read', object: { paths: ['dataos://hr:public/salaries'] } };
let heimdall: TestService<typeof heimdallApi>;

beforeAll(async () => {
  writeFileSync(join(folder, 'bootstrap.json'), JSON.stringify({ users }));
  heimdall = (await startTestService(service, AppModule, { config: { HEIMDALL_KEY_FILE: join(folder, 'key'), HEIMDALL_BOOTSTRAP_FILE: join(folder, 'bootstrap.json') } })) as unknown as typeof heimdall;
  const olivia = heimdall.client(KEYS.olivia);
  const put = (name: string, owner: string, tags: string[], paths: string[], allow: boolean) => olivia.putPolicy({ params: { name }, body: { owner, policy: { access: { subjects: { tags }, predicates: ['read'], objects: { paths }, allow } } } });
  await put('no-hr', 'olivia', ['roles:id:analyst'], ['dataos://hr:**'], false);
  await put('hr-read', 'henk', ['roles:id:hr', 'users:id:henk'], ['dataos://hr:**'], true);
  await olivia.createRole({ body: { id: 'analyst', name: 'Analyst' } });
  await olivia.addUserTags({ params: { user: 'amir' }, body: { tags: ['roles:id:analyst'] } });
});
afterAll(async () => {
  await heimdall?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('leads the refused from the message to policy, tag, who gave it and whom to ask in one step', async () => {
  const answer = await fetch(`${heimdall.url}/heimdall/api/v1/authorize`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: KEYS.amir, context: salaries }) });
  const refusal = (await answer.json()) as { decision: string; error: { message: string } };
  expect([answer.status, refusal.error.message]).toEqual([403, 'amir may not read dataos://hr:public/salaries: the policy no-hr denies it. Ask olivia, who answers for this rule.']);
  expect(await heimdall.client(KEYS.amir).getDecision({ params: { id: refusal.decision } })).toMatchObject({
    policies: [{ name: 'no-hr', effect: 'deny', owner: 'olivia' }], ask: ['olivia'],
    reasons: [{ name: 'no-hr', subject: [{ tag: 'roles:id:analyst', assignedBy: 'olivia', assignedAt: expect.any(String) }], objects: [{ object: 'dataos://hr:public/salaries' }] }],
  });
});

it('says in every refusal where its reasons are told', async () => {
  const refused = await fetch(`${heimdall.url}/heimdall/api/v1/policies`, { headers: { apikey: KEYS.amir } });
  const problem = (await refused.json()) as { code: string; decision: string; why: string; ask: string[] };
  expect([refused.status, problem.code, problem.ask]).toEqual([403, 'policy-denied', ['roles:id:operator']]);
  const told = await fetch(heimdall.url + problem.why, { headers: { apikey: KEYS.amir } });
  expect(await told.json()).toMatchObject({ id: problem.decision, allow: false, needs: [{ tags: ['roles:id:operator'] }] });
  expect((await fetch(heimdall.url + problem.why, { headers: { apikey: KEYS.otto } })).status).toBe(404);
});

it('refuses and records the oddest question like any other', async () => {
  for (const path of ['/a\0b', 'dataos://hr:public/\ud800']) {
    const answer = await fetch(`${heimdall.url}/heimdall/api/v1/authorize`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: KEYS.amir, context: { predicate: 'read', object: { paths: [path] } } }) });
    const { decision } = (await answer.json()) as { decision: string };
    expect(answer.status).toBe(403);
    expect(await heimdall.client(KEYS.amir).getDecision({ params: { id: decision } })).toMatchObject({ allow: false, objects: [path.replace(/[\0\ud800]/, '\ufffd')] });
  }
});

describe('a data decision', () => {
  const staff = (name: string, tags: string[]) => ({ address: `dataos://staff:public/${name}`, columns: [{ name: 'id' }, { name: 'mail', tags: ['PII.Email'] }, { name: 'state' }], tags });

  beforeAll(async () => {
    const olivia = heimdall.client(KEYS.olivia);
    const put = (name: string, policy: object) => olivia.putPolicy({ params: { name }, body: { owner: 'henk', policy } as never });
    const user = { match: 'any', tags: ['roles:id:analyst'] };
    await put('staff-read', { access: { subjects: { tags: ['roles:id:analyst'] }, predicates: ['select'], objects: { paths: ['dataos://staff:**'] }, allow: true } });
    await put('staff-secret', { access: { subjects: { tags: ['users:id:*'] }, predicates: ['select'], objects: { tags: ['class:secret'] }, allow: false } });
    await put('mail-hidden', { data: { type: 'mask', selector: { user, column: { tags: ['PII.Email'] } }, mask: { operator: 'redact' } } });
    await put('own-state', { data: { type: 'filter', depot: 'staff', selector: { user }, filters: [{ column: 'state', operator: 'equals', value: 'CA' }] } });
  });

  it('names the tags by which columns are masked and rows are left out, who gave them and who answers for it', async () => {
    const { decision, tables } = await heimdall.client(KEYS.amir).decideData({ body: { tables: [staff('people', [])] } });
    expect(tables[0]?.masks[0]).not.toHaveProperty('because');
    const subject = [{ tag: 'roles:id:analyst', assignedBy: 'olivia', assignedAt: expect.any(String) }];
    expect(await heimdall.client(KEYS.amir).getDecision({ params: { id: decision } })).toMatchObject({
      allow: true, reasons: [{ name: 'staff-read', effect: 'allow', subject, objects: [{ object: 'dataos://staff:public/people' }] }],
      tables: [{
        masks: [{ column: 'mail', policy: 'mail-hidden', because: { owner: 'henk', subject, column: { tag: 'PII.Email' } } }],
        filters: [{ column: 'state', policy: 'own-state', because: { owner: 'henk', subject } }],
      }],
    });
  });

  it('names the tag of the table that a denial goes by, and for what nobody allows what it would take', async () => {
    const amir = heimdall.client(KEYS.amir);
    const denied = await amir.decideData({ body: { tables: [staff('people', []), staff('pay', ['class:secret'])] } });
    expect(denied.tables.map(({ allow, ask = [] }) => [allow, ask])).toEqual([[true, []], [false, ['henk']]]);
    const why = await amir.getDecision({ params: { id: denied.decision } });
    expect(why.reasons?.find(({ name }) => name === 'staff-secret')).toMatchObject({ effect: 'deny', owner: 'henk', subject: [{ tag: 'users:id:amir' }], objects: [{ object: 'class:secret' }] });
    expect(JSON.stringify(why)).not.toContain('users:id:*');
    const otto = heimdall.client(KEYS.otto);
    const nobody = await otto.decideData({ body: { tables: [staff('people', [])] } });
    expect(await otto.getDecision({ params: { id: nobody.decision } })).toMatchObject({ allow: false, reasons: [], needs: [{ tags: ['roles:id:analyst'], owner: 'henk' }], ask: ['roles:id:operator'] });
  });
});

it('tells what would be needed: to the asker the role, to an operator all', async () => {
  const own = await heimdall.client(KEYS.otto).explain({ body: salaries });
  expect(own).toMatchObject({ subject: 'otto', allow: false, full: false, reasons: [], needs: [{ tags: ['roles:id:hr'], owner: 'henk' }] });
  expect(own.needs[0]).not.toHaveProperty('policy');
  const full = await heimdall.client(KEYS.olivia).explain({ body: { ...salaries, subject: { user: 'otto' } } });
  expect(full).toMatchObject({ subject: 'otto', full: true, needs: [{ tags: ['roles:id:hr'], policy: 'hr-read' }] });
});

it('records nothing, and explains nobody to those who may not act for them', async () => {
  expect(await heimdall.client(KEYS.olivia).explain({ body: { ...salaries, subject: { user: 'amir' } } })).toMatchObject({ allow: false, reasons: [{ name: 'no-hr', subject: [{ pattern: 'roles:id:analyst' }] }] });
  expect((await problemOf(heimdall.client(KEYS.otto).explain({ body: { ...salaries, subject: { user: 'amir' } } }))).code).toBe('policy-denied');
});

it('keeps one record for a batch, with each question that was refused', async () => {
  const write = { ...salaries, predicate: 'write' };
  const answer = await heimdall.client().authorizeBatch({ body: { token: KEYS.amir, contexts: { a: salaries, b: write, c: { predicate: 'get', object: { paths: ['/odin/x'] } } } } });
  const { a, b, c } = answer.results ?? {};
  expect([a?.allow, b?.allow, c?.allow]).toEqual([false, false, true]);
  expect(a?.decision).toBe(b?.decision);
  expect(await heimdall.client(KEYS.amir).getDecision({ params: { id: a?.decision ?? '' } })).toMatchObject({ predicate: 'read, write', items: [{ predicate: 'read' }, { predicate: 'write' }], ask: ['olivia', 'roles:id:operator'] });
});
