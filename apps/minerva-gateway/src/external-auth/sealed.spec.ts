import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkOf, newSignIn, open, seal } from './sealed.js';

describe('what is sealed for a client', () => {
  it('is read by that client and by no other', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
      const [mine, other] = [newSignIn(), newSignIn()];
      const sealed = await seal(mine.link, text);
      expect(await open(mine.secret, sealed)).toBe(text);
      await expect(open(other.secret, sealed)).rejects.toThrow();
    }), { numRuns: 50 });
  });

  it('does not show its text', async () => expect(await seal(newSignIn().link, 'a-token-of-ada')).not.toContain(Buffer.from('a-token-of-ada').toString('base64url')));

  it('was not changed on the way', async () => {
    const { secret, link } = newSignIn();
    const sealed = await seal(link, 'a token');
    const parts = sealed.split('.');
    parts[3] = Buffer.from(Buffer.from(parts[3] ?? '', 'base64url').map((byte) => byte ^ 1)).toString('base64url');
    await expect(open(secret, parts.join('.'))).rejects.toThrow();
  });

  it('has a link that follows from the secret, and not the other way round', () => {
    const made = Array.from({ length: 50 }, newSignIn);
    for (const { secret, link } of made) {
      expect(linkOf(secret)).toBe(link);
      expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(link).toMatch(/^[A-Za-z0-9_-]{43}$/);
    }
    expect(new Set(made.flatMap(({ secret, link }) => [secret, link])).size).toBe(100);
  });
});
