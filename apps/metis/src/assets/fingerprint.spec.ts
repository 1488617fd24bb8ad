import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.js';
import { wordsOf } from './words.js';

const of = (name: string, type = 'varchar') => fingerprint({ name, type });

describe('fingerprint', () => {
  it.each([
    ['email', 'PII.Email'], ['EMAIL', 'PII.Email'], ['emailAddress', 'PII.Email'], ['contact_email', 'PII.Email'], ['e-mail', 'PII.Email'],
    ['birth_date', 'PII.BirthDate'], ['birthDate', 'PII.BirthDate'], ['dob', 'PII.BirthDate'], ['date_of_birth', 'PII.BirthDate'],
    ['card_number', 'PII.CardNumber'], ['cardNumber', 'PII.CardNumber'], ['credit_card', 'PII.CardNumber'], ['card', 'PII.CardNumber'],
    ['phone', 'PII.Phone'], ['mobile_phone', 'PII.Phone'], ['phoneNumber', 'PII.Phone'], ['msisdn', 'PII.Phone'],
  ])('%s is %s', (name, tag) => expect(of(name)).toEqual([tag]));

  it.each(['id', 'name', 'headphones', 'birth_place', 'card_type', 'postcard', 'discard', 'span', 'company', 'date', 'e', 'mailbox_size', 'flight_number', ''])(
    '%s is nothing', (name) => expect(of(name)).toEqual([]));

  it('leaves yes/no columns alone', () => expect(of('email_verified', 'boolean')).toEqual([]));
  it('survives any name', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => Array.isArray(of(name)))));
});

describe('words', () => {
  it('splits identifiers and folds accents', () => expect(wordsOf('bookedFlights_2008 Café')).toEqual(['booked', 'flights', '2008', 'cafe']));
  it('leaves nothing but letters and digits', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
  })));
});
