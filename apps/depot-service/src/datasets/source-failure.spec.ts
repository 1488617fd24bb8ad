import { describe, expect, it } from '@jest/globals';
import { sourceFailure } from './source-failure.js';

describe('what is told of a failing source', () => {
  it('knows a refused login from a source that is away', () => {
    expect(sourceFailure({ code: '28P01', message: 'password authentication failed for user "crm"' }).credentials).toBe(true);
    expect(sourceFailure({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:5432' })).toEqual({ credentials: false, message: 'connect ECONNREFUSED 10.0.0.1:5432' });
  });

  it.each(['postgres://crm:hunter2@db/x is away', 'login with password=hunter2 failed', 'token: hunter2'])('hides the credential in "%s"', (message) => {
    expect(sourceFailure(new Error(message)).message).not.toContain('hunter2');
  });

  it.each([['ada'], ['hunter2'], ['x']])('never tells the value %s of the secret', (value) => {
    expect(sourceFailure(new Error(`no entry for user "${value}"`), [value, 'other', '']).message).not.toContain(`"${value}"`);
  });

  it('tells something even where the driver says nothing', () => {
    expect(sourceFailure(Object.assign(new Error(''), { code: 'ETIMEDOUT' })).message).toBe('ETIMEDOUT');
  });
});
