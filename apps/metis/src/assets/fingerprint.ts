import { wordsOf } from './words.js';

interface Rule { readonly tag: string; readonly matches: (name: string, words: ReadonlySet<string>) => boolean }

const anyOf = (words: ReadonlySet<string>, ...wanted: string[]): boolean => wanted.some((word) => words.has(word));

const rules: readonly Rule[] = [
  { tag: 'PII.Email', matches: (name, words) => anyOf(words, 'email', 'emails', 'emailaddress') || name.includes('e_mail') || name === 'mail' },
  { tag: 'PII.BirthDate', matches: (name, words) => anyOf(words, 'birthdate', 'birthday', 'dob', 'dateofbirth') || /(^|_)(birth_(date|day)|date_of_birth|born(_on|_at)?)(_|$)/.test(name) },
  { tag: 'PII.CardNumber', matches: (name, words) => anyOf(words, 'cardnumber', 'cardno', 'creditcard', 'ccnumber') || /(^|_)(card_(number|num|no|nr)|credit_card|debit_card|cc_(number|num|no))(_|$)/.test(name) || ['card', 'pan'].includes(name) },
  { tag: 'PII.Phone', matches: (name, words) => anyOf(words, 'phone', 'phones', 'telephone', 'phonenumber', 'mobile', 'msisdn', 'cellphone') || name === 'tel' },
];

/**
 * The tags a column's name suggests. Errs on the side of tagging, since a tag too many hides a value and a tag too few shows one;
 * a yes/no column (`email_verified`) holds nobody's address.
 */
export function fingerprint(column: { name: string; type: string }): string[] {
  if (/^bool/i.test(column.type)) return [];
  const words = wordsOf(column.name);
  const name = words.join('_');
  return rules.filter((rule) => rule.matches(name, new Set(words))).map((rule) => rule.tag);
}
