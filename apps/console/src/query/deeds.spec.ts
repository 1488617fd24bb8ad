import { describe, expect, it } from '@jest/globals';
import { deedsOf } from './deeds.js';

const table = { address: 'dataos://lake:sales/mails', columns: ['mail', 'state'] };

describe('what a query did', () => {
  it('is what it wrote, and that it was answered without running', () => {
    expect(deedsOf({ state: 'FINISHED', writes: [table, { address: 'dataos://lake:old', columns: [] }] })).toEqual(['Wrote dataos://lake:sales/mails (mail, state)', 'Wrote dataos://lake:old']);
    expect(deedsOf({ state: 'FINISHED', cached: true })).toEqual(['Answered from an earlier query: nothing has changed since']);
  });

  it('is never said to have been written where it was not', () => {
    expect(deedsOf({ state: 'FAILED', writes: [table] })).toEqual(['Did not write dataos://lake:sales/mails (mail, state)']);
    expect(deedsOf({ state: 'RUNNING', writes: [table] })).toEqual(['Writes dataos://lake:sales/mails (mail, state)']);
  });

  it('is nothing of a query that only reads', () => expect(deedsOf({ state: 'FINISHED', cached: false })).toEqual([]));
});
