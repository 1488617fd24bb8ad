import { DomainError } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import { AuthorizeInput } from './authorize.js';
import { heimdallAccess } from './heimdall-access.js';
import { patternFault } from './pattern.js';
import { PolicyInput } from './policy.js';
import { SecretInput } from './secret.js';

const access = { subjects: { tags: [['roles:id:finance', 'roles:id:auditor'], 'users:id:bot'] }, predicates: ['read'], objects: { paths: ['dataos://books:ledger/**'] }, allow: true };
const mask = { type: 'mask', selector: { user: { match: 'any', tags: ['roles:id:user'] }, column: { tags: ['PII.Email'] } }, mask: { operator: 'hash', hash: { algo: 'sha256' } } };

describe('policies that must parse', () => {
  it.each([
    ['access', { policy: { access } }],
    ['access without allow is a deny', { policy: { access: { ...access, allow: undefined } } }],
    ['unknown keys', { policy: { access: { ...access, later: 1 } }, extra: true }],
    ['mask', { layer: 'user', policy: { data: mask } }],
    ['nulls of the clients', { policy: { data: { ...mask, depot: null, filters: null, mask: { ...mask.mask, redact: null } } } }],
    ['stray settings of another operator', { policy: { data: { ...mask, mask: { operator: 'redact', hash: { algo: 'sha256' } } } } }],
  ])('%s', (_, input) => expect(PolicyInput.safeParse(input).error?.issues).toBeUndefined());

  it('denies when allow is absent', () => {
    expect(PolicyInput.parse({ policy: { access: { ...access, allow: undefined } } }).policy.access?.allow).toBe(false);
  });
});

describe('policies that must not parse', () => {
  it.each([
    ['no kind', { policy: {} }, 'policy'],
    ['both kinds', { policy: { access, data: mask } }, 'policy'],
    ['an empty inner list', { policy: { access: { ...access, subjects: { tags: [[]] } } } }, 'policy.access.subjects.tags'],
    ['no subjects', { policy: { access: { ...access, subjects: { tags: [] } } } }, 'policy.access.subjects.tags'],
    ['no objects', { policy: { access: { ...access, objects: {} } } }, 'policy.access.objects'],
    ['another collection', { policy: { access: { ...access, collection: 'x' } } }, 'policy.access.collection'],
    ['a mask without column', { policy: { data: { ...mask, selector: { user: mask.selector.user } } } }, 'policy.data.selector.column'],
    ['priority 0', { policy: { data: { ...mask, priority: 0 } } }, 'policy.data.priority'],
    ['md5', { policy: { data: { ...mask, mask: { operator: 'hash', hash: { algo: 'md5' } } } } }, 'policy.data.mask.hash.algo'],
    ['an unknown mask', { policy: { data: { ...mask, mask: { operator: 'rot13' } } } }, 'policy.data.mask.operator'],
    ['a filter without value', { policy: { data: { type: 'filter', selector: mask.selector, filters: [{ column: 'a' }] } } }, 'policy.data.filters.0.value'],
    ['a huge tag list', { policy: { access: { ...access, subjects: { tags: Array.from({ length: 100_000 }, (_, i) => `t${i}`) } } } }, 'policy.access.subjects.tags'],
  ])('%s', (_, input, path) => {
    const issues = PolicyInput.safeParse(input).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.')).some((found) => found.startsWith(path))).toBe(true);
  });

  it.each(['{'.repeat(6) + '}'.repeat(6), `{${'a,'.repeat(100)}a}`, 'x'.repeat(513), '[abc', '{a', 'a}', '[]', '\\', '- roles:id:a'])('pattern %p', (pattern) => {
    expect(patternFault(pattern)).toEqual(expect.any(String));
  });
});

it('reads the authorize body the Python client really sends', () => {
  const body = { token: 'K', context: { predicate: 'get', object: { tags: null, paths: ['/reports/**'] }, metadata: null }, pep_context: null };
  expect(AuthorizeInput.safeParse(body).success).toBe(true);
});

it('refuses secret keys outside the grammar', () => {
  expect(SecretInput.safeParse({ data: { 'a b': 'x' } }).success).toBe(false);
  expect(SecretInput.safeParse({ data: { username: 'x' } }).success).toBe(true);
});

describe('heimdallAccess', () => {
  const answering = (status: number, body: unknown) => {
    const asked: unknown[] = [];
    const fetch = async (_: string, init: { body?: string }) => {
      asked.push(JSON.parse(init.body ?? '{}'));
      return { ok: status < 300, status, headers: { get: () => null }, text: async () => (typeof body === 'string' ? body : JSON.stringify(body)) };
    };
    return { asked, access: heimdallAccess({ url: 'http://h', apikey: 'service', fetch }) };
  };
  const request = { token: 'user', principal: { id: 'amir', type: 'person' as const, tags: [] }, predicate: 'get', paths: ['/x'] };

  it('authenticates with the token alone', async () => {
    const { access: control, asked } = answering(200, { allow: true, valid: true, result: { id: 'amir', type: 'person', name: 'Amir', tags: ['a'] } });
    await expect(control.authenticate('user')).resolves.toEqual({ id: 'amir', type: 'person', name: 'Amir', tags: ['a'] });
    expect(asked).toEqual([{ token: 'user' }]);
  });
  it('does not know a bad token', async () => {
    await expect(answering(401, { allow: false, valid: false }).access.authenticate('x')).resolves.toBeUndefined();
  });
  it('passes a denial on with its reason', async () => {
    const { access: control } = answering(403, { allow: false, valid: true, result: { id: 'amir' }, decision: 'd1', reason: 'no', policies: [{ name: 'p', effect: 'deny' }], ask: ['olivia'] });
    await expect(control.authorize(request)).resolves.toEqual({ allow: false, decision: 'd1', reason: 'no', policies: ['p'], ask: ['olivia'] });
  });
  it.each([[500, {}], [502, 'bad gateway'], [404, {}], [200, 'not json'], [200, {}], [403, { allow: true, valid: true }]])('fails closed on %p %p', async (status, body) => {
    const error = await answering(status, body).access.authorize(request).catch((caught: unknown) => caught);
    expect((error as DomainError).code).toBe('dependency-unavailable');
  });
  it('fails closed when the network fails', async () => {
    const control = heimdallAccess({ url: 'http://h', fetch: async () => Promise.reject(new Error('refused')) });
    await expect(control.authenticate('t')).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
