import { describe, expect, it } from '@jest/globals';
import { changesTable, draftOf } from './policy.command.js';

describe('a draft of policies', () => {
  it('takes the policies among the manifests and leaves the rest', () => {
    const policy = { access: { subjects: { tags: ['a'] } } };
    expect(draftOf([{ content: { name: 'p', type: 'policy', layer: 'user', policy } }, { content: { name: 'd', type: 'depot' } }], ['old'])).toEqual({ put: { p: { layer: 'user', policy } }, delete: ['old'] });
  });
});

describe('what would change', () => {
  const seen = (allow: boolean, masks = {}) => ({ allow, masks, filters: [] });
  const change = { subject: 'amir', predicate: 'select', object: 'dataos://crm:public/t', decision: 'd', count: 2, columns: ['email'], rows: true };
  const report = { replayed: 9, questions: 3, skipped: 1, users: [], objects: [], columns: [], broken: [], hints: [] };
  it('says it per question', () => {
    const text = changesTable({ ...report, changes: [{ ...change, before: seen(true, { email: 'hash by m' }), after: seen(true) }, { ...change, columns: [], rows: false, before: seen(true), after: seen(false) }] }, { colour: false });
    expect(text).toContain('email: hash by m → clear, other rows');
    expect(text).toContain('allowed → refused');
    expect(text).toContain('3 recorded questions asked again, 2 answered otherwise, 1 skipped.');
  });
  it('says that nothing would', () => expect(changesTable({ ...report, changes: [] }, { colour: false })).toBe('3 recorded questions asked again, 0 answered otherwise, 1 skipped.\n'));
});
