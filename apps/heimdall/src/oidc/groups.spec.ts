import { describe, expect, it } from '@jest/globals';
import { UserId } from '@dataos/contracts-heimdall';
import fc from 'fast-check';
import { idFrom, tagsOfGroups } from './groups.js';

const roles = new Set(['user', 'analyst', 'operator', 'service', 'system-dev']);

describe('groups as tags', () => {
  it.each<[string, string[], Record<string, string[]>, string[]]>([
    ['a group gives the role of its name', ['Analyst'], {}, ['roles:id:analyst']],
    ['a group without a role gives nothing', ['bowling'], {}, []],
    ['a group called like a powerful role gives nothing by itself', ['operator', 'service', 'system-dev'], {}, []],
    ['unless the installation says so', ['platform-admins'], { 'platform-admins': ['roles:id:operator'] }, ['roles:id:operator']],
    ['a mapping replaces the name', ['analyst'], { analyst: ['testers:beta'] }, ['testers:beta']],
    ['never the tag of a person', ['x'], { x: ['users:id:olivia', 'testers:beta'] }, ['testers:beta']],
  ])('%s', (_, groups, mapping, tags) => expect(tagsOfGroups(groups, { groups: mapping }, roles)).toEqual(tags));
});

describe('ids of new persons', () => {
  it.each([[{ preferred_username: 'Ada.Lovelace@x.example' }, 'ada.lovelace'], [{ email: 'Äda@x.example' }, 'da'], [{ sub: '---' }, 'person'], [{}, 'person']])('%j', (claims, id) => expect(idFrom(claims)).toBe(id));
  it('always fit', () => fc.assert(fc.property(fc.string(), (name) => expect(UserId.safeParse(idFrom({ preferred_username: name })).success).toBe(true))));
});
