import { describe, expect, it } from '@jest/globals';
import { compileSet, type Recorded, replay } from './replay.js';

const access = (name: string, tags: string[], paths: string[]) => ({ name, owner: 'o', policy: { access: { subjects: { tags }, predicates: ['**'], objects: { paths }, allow: true } } });
const mask = (name: string, column: string) => ({
  name, owner: 'o', policy: { data: { type: 'mask' as const, selector: { user: { match: 'any' as const, tags: ['roles:id:analyst'] }, column: { names: [column] } }, mask: { operator: 'hash' as const, hash: { algo: 'sha256' } } } },
});
const present = [access('crm', ['roles:id:analyst'], ['dataos://crm:**'])];
const readers = new Map([['amir', { id: 'amir', tags: ['roles:id:analyst'], properties: [] }], ['otto', { id: 'otto', tags: [], properties: [] }]]);
const table = { address: 'dataos://crm:public/passengers', columns: [{ name: 'email', type: 'varchar' }, { name: 'state', type: 'varchar' }] };
const data = (id: string, subject: string): Recorded => ({ id, subject, predicate: 'select', asked: { tables: [table] } });
const question = (id: string, subject: string, path: string): Recorded => ({ id, subject, predicate: 'read', asked: { paths: [path], tags: [] } });
const run = (records: Recorded[], after: Parameters<typeof compileSet>[0]) => replay(records, readers, compileSet(present), compileSet(after));

describe('replay', () => {
  it('tells nothing when nothing changes', () => expect(run([data('1', 'amir'), question('2', 'otto', '/x')], present)).toEqual({ questions: 2, skipped: 0, changes: [] }));
  it('tells the column that becomes masked, once however often it was asked', () => {
    const { changes, questions } = run([data('1', 'amir'), data('2', 'amir'), data('3', 'otto')], [...present, mask('m', 'email')]);
    expect(questions).toBe(2);
    expect(changes).toEqual([expect.objectContaining({ subject: 'amir', object: table.address, count: 2, columns: ['email'], rows: false, after: { allow: true, masks: { email: 'hash by m' }, filters: [] } })]);
  });
  it('tells who gains and who loses', () => {
    const { changes } = run([data('1', 'amir'), question('2', 'otto', '/x')], [access('open', ['users:id:otto', '**'], ['/x'])]);
    expect(changes.map(({ after, before, subject }) => [subject, before.allow, after.allow])).toEqual([['amir', true, false]]);
  });
  it('skips who is gone', () => expect(run([data('1', 'eve')], present)).toMatchObject({ skipped: 1, changes: [] }));
});
