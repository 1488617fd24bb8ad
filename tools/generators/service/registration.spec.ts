import { describe, expect, it } from '@jest/globals';
import { read } from '../../checks/repository.ts';
import { namesOf } from './names.ts';
import { registrations, withWorkspaces } from './registration.ts';
import { filled } from './template.ts';

describe('the name of a service', () => {
  it('is spelt for every place', () => expect(namesOf('audit-trail')).toEqual({ name: 'audit-trail', camel: 'auditTrail', pascal: 'AuditTrail', title: 'Audit trail', upper: 'AUDIT_TRAIL', database: 'audit_trail' }));
  it.each(['', 'Audit', 'a_b', '9lives', 'a--b', '-a', 'a-', '../x', 'a.b', 'x'.repeat(33)])('is not %p', (name) => expect(() => namesOf(name)).toThrow('cannot name a service'));
});

describe('registering a service', () => {
  const after = (names: readonly string[]): Map<string, string> => {
    const texts = new Map<string, string>();
    for (const name of names) for (const { file, apply } of registrations(namesOf(name))) texts.set(file, apply(texts.get(file) ?? read(file)));
    return texts;
  };
  it('gives each its own port', () => {
    const ports = after(['ledger', 'audit-trail']).get('tools/local/ports.ts') ?? '';
    expect([...ports.matchAll(/^.*from \+ [89].*$/gm)].map(([line]) => line.trim())).toEqual(['ledger: from + 8,', "'audit-trail': from + 9,"]);
  });
  it('refuses one for which no port is left', () => expect(() => after(['a', 'b', 'c'])).toThrow('no port left'));
  it('says so when a file no longer has the place', () => expect(() => registrations(namesOf('ledger'))[0]?.apply('nothing')).toThrow('tools/local/services.ts no longer has'));
});

describe('the lock file', () => {
  it('is written as npm writes it', () => expect(withWorkspaces(read('package-lock.json'), {})).toBe(read('package-lock.json')));
});

describe('the template', () => {
  const values = { ...namesOf('ledger'), stamp: '17', versions: { zod: '^4' } };
  it('is filled', () => expect(filled('__name__ __Name__Config Items__stamp__ "__version:zod__"', values)).toBe('ledger LedgerConfig Items17 "^4"'));
  it('keeps no unknown mark', () => expect(() => filled('__nmae__', values)).toThrow('__nmae__'));
});
