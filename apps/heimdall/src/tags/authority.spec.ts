import { describe, expect, it } from '@jest/globals';
import { authorityFault, tagFault } from './authority.js';

const vocabulary = {
  namespaces: [
    { glob: 'roles:**', type: 'subject' as const }, { glob: 'users:**', type: 'subject' as const }, { glob: 'testers:**', type: 'subject' as const },
    { glob: 'dataos:layer:**', type: 'object' as const }, { glob: 'dataos:info:**', type: 'inform' as const }, { glob: '**:info', type: 'inform' as const },
  ],
  roles: new Set(['user', 'operator']),
};
const otto = { id: 'otto', operator: false };
const olivia = { id: 'olivia', operator: true };

describe('a tag on a user', () => {
  it.each([['testers:beta'], ['roles:id:user'], ['users:id:otto'], ['dataos:info:floor-3']])('can be %s', (tag) => expect(tagFault(tag, 'otto', vocabulary)).toBeUndefined());
  it.each([
    ['outside:all', 'unknown'], ['dataos:layer:user', 'unknown'], ['roles:id:nobody', 'unknown'], ['testers:*', 'unknown'], ['testers:{a,b}', 'unknown'], ['testers:a b', 'unknown'],
    ['users:id:olivia', 'protected'], ['x'.repeat(100_000), 'unknown'],
  ])('cannot be %.30s (%s)', (tag, kind) => expect(tagFault(tag, 'otto', vocabulary)?.kind).toBe(kind));
});

describe('nobody raises themself', () => {
  it.each([
    ['roles to oneself', 'roles:id:user', 'otto', otto, 'denied'], ['roles to a friend', 'roles:id:operator', 'amir', otto, 'denied'], ['services', 'services:id:poros', 'amir', otto, 'denied'],
    ['any tag that decides, to oneself', 'testers:beta', 'otto', otto, 'denied'], ['the same to others', 'testers:beta', 'amir', otto, undefined],
    ['one that informs, to oneself', 'dataos:info:floor-3', 'otto', otto, undefined], ['one of both kinds counts as deciding', 'testers:info', 'otto', otto, 'denied'],
    ['everything by operators', 'roles:id:operator', 'amir', olivia, undefined],
  ])('%s', (_, tag, user, actor, kind) => expect(authorityFault(tag, user, actor, vocabulary)?.kind).toBe(kind));
});
