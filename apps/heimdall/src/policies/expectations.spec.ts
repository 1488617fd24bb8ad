import { describe, expect, it } from '@jest/globals';
import { brokenExpectations } from './expectations.js';

const rule = (tags: string[], predicates: string[], paths: string[], allow = true) => ({ subjects: { tags }, predicates, objects: { paths }, allow });
const policies = [
  { name: 'crm-read', owner: 'olivia', rule: rule(['roles:id:analyst'], ['read'], ['dataos://crm:public/*']) },
  { name: 'no-salaries', owner: 'olivia', rule: rule(['**'], ['**'], ['dataos://crm:public/salaries'], false) },
];
const tags = new Map([['amir', ['roles:id:analyst']]]);
const broken = (subject: string | { tags: string[] }, path: string, allow: boolean) => brokenExpectations(policies, [{ policy: 'crm-read', expectation: { subject, predicate: 'read', path, allow } }], tags);

describe('expectations', () => {
  it.each<[string | { tags: string[] }, string, boolean]>([
    ['amir', 'dataos://crm:public/passengers', true], ['otto', 'dataos://crm:public/passengers', false], [{ tags: ['roles:id:analyst'] }, 'dataos://crm:public/salaries', false],
  ])('met: %j %s %p', (subject, path, allow) => expect(broken(subject, path, allow)).toEqual([]));
  it('broken ones say what was expected, what came and by which policy', () => {
    expect(broken('amir', 'dataos://crm:public/salaries', true)).toEqual([{ policy: 'crm-read', expectation: 'amir may read dataos://crm:public/salaries', got: 'refused by no-salaries (deny), crm-read (allow)' }]);
    expect(broken('otto', 'dataos://crm:public/passengers', true)[0]?.got).toBe('refused: no policy allows it');
    expect(broken({ tags: ['roles:id:analyst'] }, 'dataos://crm:public/x', false)[0]).toMatchObject({ expectation: 'a holder of roles:id:analyst may not read dataos://crm:public/x', got: 'allowed by crm-read (allow)' });
  });
});
