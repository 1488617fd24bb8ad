import { describe, expect, it } from '@jest/globals';
import { unwrap, unwrapHeaders, wrap } from './wrapped-token.js';

const basic = (user: string, password: string): string => `Basic ${btoa(`${user}:${password}`)}`;

describe('a wrapped token', () => {
  it('comes back as it went in', () => expect(unwrap(wrap('key', 'air'))).toEqual({ token: 'key', cluster: 'air' }));
  it.each(['key', '', 'eyJ', wrap('', 'air'), btoa('{"cluster":"air"}'), btoa('{"token":5}')])('is not %j', (password) => expect(unwrap(password)).toBeUndefined());

  it('is put where other clients send the parts; a cluster named in a header stays', () => {
    const headers: Record<string, string> = { authorization: basic('amir', wrap('key', 'air')) };
    unwrapHeaders(headers);
    expect(headers).toEqual({ authorization: basic('amir', 'key'), 'cluster-name': 'air' });
    const named: Record<string, string> = { authorization: basic('amir', wrap('key', 'air')), 'cluster-name': 'other' };
    unwrapHeaders(named);
    expect(named['cluster-name']).toBe('other');
  });

  it.each([undefined, 'Bearer x', basic('amir', 'key')])('leaves %j alone', (authorization) => {
    const headers = { authorization };
    unwrapHeaders(headers);
    expect(headers).toEqual({ authorization });
  });
});
