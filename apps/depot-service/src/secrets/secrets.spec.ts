import { describe, expect, it } from '@jest/globals';
import { secretNameFor } from './secret-name.js';
import { parseSecret } from './secret-values.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the secret of an access', () => {
  it.each([
    [['crm-r', 'crm-rw'], 'r', 'crm-r'], [['crm-r', 'crm-rw'], 'rw', 'crm-rw'], [['crm_rw', 'crm_r'], 'r', 'crm_r'], [['crm'], 'r', 'crm'],
    [['crm'], 'rw', undefined], [['crm-rw'], 'r', undefined], [['crm-r'], 'rw', undefined], [['a', 'b'], 'r', undefined], [[], 'r', undefined],
  ] as const)('of %j for %s is %s', (names, acl, expected) => expect(secretNameFor({ secrets: names.map((name) => ({ name })) }, acl)).toBe(expected));

  it.each([
    [[{ key: 'crm-r', base64Value: base64('username=ada\npassword=a=b==\n') }], { username: 'ada', password: 'a=b==' }],
    [[{ key: 'username', base64Value: base64('ada') }, { key: 'password', base64Value: base64('x=1') }], { username: 'ada', password: 'x=1' }],
    [[{ key: 'password', base64Value: base64('x=1') }], { password: 'x=1' }],
    [[], {}],
  ])('reads %j', (data, values) => expect(parseSecret(data)).toEqual(values));
});
