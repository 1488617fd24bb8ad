import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Iris } from './iris.js';

const iris = new Iris('https://dataos.example/odin/');
const at = (path: string) => `https://dataos.example/odin/id/${path}`;

describe('names of things', () => {
  it.each([
    ['dataos://crm', 'data/crm'], ['dataos://crm:public', 'data/crm/public'], ['dataos://crm:public/passengers', 'data/crm/public/passengers'],
    ['dataos://crm:public/passengers#email', 'data/crm/public/passengers#email'], ['workflow:v1:load-crm:public', 'resource/workflow/v1/public/load-crm'],
    ['depot:v2alpha:crm', 'resource/depot/v2alpha/_/crm'], ['data:v1beta:air-travel', 'resource/data/v1beta/_/air-travel'],
    ['instance-secret:v1:crm-r', 'resource/instance-secret/v1/_/crm-r'], ['users:id:olivia', 'user/olivia'], ['tag:PII.Email', 'concept/PII/Email'],
  ])('%s is %s, and back', (id, path) => {
    expect(iris.of(id)?.value).toBe(at(path));
    expect(iris.idOf(at(path))).toBe(id);
  });

  it('forgets the acl of an address', () => expect(iris.of('dataos://crm:public/passengers?acl=r')?.value).toBe(at('data/crm/public/passengers')));
  it.each(['', 'crm', 'dataos://', 'users:id:', 'tag:', 'a:b', 'a/b:c:d', 'dataos://a:b/c#'])('does not guess what %j may be', (id) => expect(iris.of(id)).toBeUndefined());
  it('leaves foreign IRIs as they are', () => expect(iris.idOf('https://schema.org/Person')).toBe('https://schema.org/Person'));
  it('shortens what it knows', () => {
    expect(iris.compact('http://www.w3.org/ns/prov#used')).toBe('prov:used');
    expect(iris.compact('https://dataos.example/odin/ns#hasColumn')).toBe('dos:hasColumn');
    expect(iris.compact('urn:x')).toBe('urn:x');
  });

  it('round-trips any column of any dataset, and no two share an IRI', () => {
    const segment = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[:/?#]/.test(text) && text.isWellFormed());
    const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed());
    const id = fc.tuple(segment, segment, segment, name).map(([a, b, c, d]) => `dataos://${a}:${b}/${c}#${d}`);
    fc.assert(fc.property(id, id, (one, other) => {
      const made = iris.of(one)?.value ?? '';
      expect(iris.idOf(made)).toBe(one);
      if (one !== other) expect(iris.of(other)?.value).not.toBe(made);
      expect(made).toMatch(/^[^\s<>"{}|\\^`]+$/);
    }));
  });
});
