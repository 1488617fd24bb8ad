import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchedColumns, queryWords, tsqueryOf, vectorOf } from './text-search.js';

describe('text search', () => {
  it('weighs name over columns and tags over description', () => {
    expect(vectorOf({ id: 'dataos://crm:public/passengers', name: 'passengers', columns: ['homeState'], tags: ['PII.Email'], description: 'People' }))
      .toBe("'passengers':1A 'home':2B 'state':3B 'pii':4B 'email':5B 'people':6C 'dataos':7D 'crm':8D 'public':9D 'passengers':10D");
  });
  it('asks for every word as a prefix', () => expect(tsqueryOf(queryWords("pass' & !! e-mail")!)).toBe("'pass':* & 'e':* & 'mail':*"));
  it.each(['', '   ', "!!'", '&|:*'])('finds no word in %j', (text) => expect(queryWords(text)).toBeUndefined());
  it('names the matching columns', () => expect(matchedColumns(['email', 'home_state', 'id'], ['sta', 'mail'])).toEqual(['home_state']));
  it('never lets syntax through', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(tsqueryOf(queryWords(text) ?? [])).toMatch(/^('[\p{L}\p{N}]+':\*( & '[\p{L}\p{N}]+':\*)*)?$/u);
  })));
});
