import { AccessRule } from '@dataos/contracts-heimdall';
import { expect, it } from '@jest/globals';
import type { AccessPolicy, Question } from './decide.js';
import { DecisionIndex } from './indexed/decision-index.js';
import { ownReasons, reasonsFor } from './reasons.js';

const policy = (name: string, tags: unknown, objects: unknown, allow = true): AccessPolicy => ({
  name, owner: `owner-of-${name}`, rule: AccessRule.parse({ subjects: { tags }, predicates: ['read'], objects, allow }),
});
const reasons = (policies: AccessPolicy[], given: Partial<Question> = {}) => {
  const index = new DecisionIndex();
  index.change(policies);
  const question = { subjectTags: ['roles:id:user', 'users:id:amir'], predicates: ['read'], paths: ['dataos://crm:public/t'], objectTags: [], ...given };
  return reasonsFor(index, question, index.verdict(question));
};

it('names the tags and the paths by which each policy applied', () => {
  const found = reasons([policy('no', [['users:id:amir', 'roles:id:*']], { paths: ['dataos://hr:**', 'dataos://crm:*/t'] }, false), policy('yes', ['roles:**'], { tags: ['pii:*'] })], { objectTags: ['pii:email'] });
  expect(found).toEqual({
    needs: [],
    reasons: [
      { name: 'no', effect: 'deny', owner: 'owner-of-no', subject: [{ tag: 'users:id:amir', pattern: 'users:id:amir' }, { tag: 'roles:id:user', pattern: 'roles:id:*' }], objects: [{ object: 'dataos://crm:public/t', pattern: 'dataos://crm:*/t' }] },
      { name: 'yes', effect: 'allow', owner: 'owner-of-yes', subject: [{ tag: 'roles:id:user', pattern: 'roles:**' }], objects: [{ object: 'pii:email', pattern: 'pii:*' }] },
    ],
  });
});

it('says what would be needed, the least of it', () => {
  const { needs } = reasons([policy('analysts', [['roles:id:analyst', 'org:air'], ['roles:id:analyst', 'roles:id:user']], { paths: ['dataos://crm:**'] }), policy('other', ['roles:id:x'], { paths: ['dataos://other:**'] })]);
  expect(needs).toEqual([{ policy: 'analysts', owner: 'owner-of-analysts', tags: ['roles:id:analyst'] }]);
});

it('speaks of no need where a policy denies', () => {
  expect(reasons([policy('no', ['roles:id:user'], { paths: ['**'] }, false), policy('yes', ['roles:id:analyst'], { paths: ['**'] })]).needs).toEqual([]);
});

it('tells the subject neither how rules are written nor whose own tag opens the door', () => {
  const found = reasons([policy('analysts', ['roles:id:analyst'], { paths: ['dataos://crm:**'] }), policy('olivia', ['users:id:olivia'], { paths: ['dataos://crm:**'] })]);
  expect(found.needs).toHaveLength(2);
  expect(ownReasons(found).needs).toEqual([{ tags: ['roles:id:analyst'], owner: 'owner-of-analysts' }]);
  const denied = ownReasons(reasons([policy('no', ['roles:id:*'], { paths: ['dataos://**'] }, false)]));
  expect(denied.reasons).toEqual([{ name: 'no', effect: 'deny', owner: 'owner-of-no', subject: [{ tag: 'roles:id:user' }], objects: [{ object: 'dataos://crm:public/t' }] }]);
});
