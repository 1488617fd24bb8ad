import { expect, it } from '@jest/globals';
import { explain, OPERATORS } from './explain.js';

const asked = { subject: 'otto', predicate: 'select', objects: ['dataos://crm:public/passengers'] };

it('names the rule that denied and its owner', () => {
  const answer = explain({ allow: false, cause: 'denied', policies: [{ name: 'no-crm', effect: 'deny', owner: 'olivia' }, { name: 'all', effect: 'allow', owner: 'x' }] }, asked);
  expect(answer).toEqual({ sentence: 'otto may not select dataos://crm:public/passengers: the policy no-crm denies it. Ask olivia, who answers for this rule.', ask: ['olivia'] });
});
it('says that nothing allowed it and sends to the operators', () => {
  const answer = explain({ allow: false, cause: 'not-allowed', policies: [] }, asked);
  expect(answer).toEqual({ sentence: 'otto may not select dataos://crm:public/passengers: no policy allows it. Ask an operator for access.', ask: [OPERATORS] });
});
it('sends to the operators where the platform itself denies', () => {
  expect(explain({ allow: false, cause: 'denied', policies: [{ name: 's', effect: 'deny', owner: 'system' }] }, asked).ask).toEqual([OPERATORS]);
});
it('names the allowing rule and nobody to ask', () => {
  expect(explain({ allow: true, cause: 'allowed', policies: [{ name: 'air-read', effect: 'allow', owner: 'olivia' }] }, asked)).toEqual({
    sentence: 'otto may select dataos://crm:public/passengers: allowed by air-read.', ask: [],
  });
});
