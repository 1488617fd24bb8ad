import { expect, it } from '@jest/globals';
import type { DecisionView } from '@dataos/contracts-heimdall';
import { sentenceOf } from './why.command.js';

const held = [{ tag: 'roles:id:analyst', assignedBy: 'olivia', assignedAt: '2026-11-25T10:00:00.000Z' }];
const decision: DecisionView = {
  id: 'd', time: '2026-11-25T12:00:00.000Z', kind: 'access', subject: 'amir', allow: false, predicate: 'read', objects: ['dataos://hr:public/pay'],
  policies: [{ name: 'no-hr', effect: 'deny', owner: 'henk' }], explanation: 'amir may not read dataos://hr:public/pay: the policy no-hr denies it.', ask: ['henk'],
};

it('leads from the refusal to the policy, the tag, who gave it and whom to ask', () => {
  const reasons = [{ name: 'no-hr', effect: 'deny' as const, owner: 'henk', subject: held, objects: [{ object: 'dataos://hr:public/pay' }] }];
  expect(sentenceOf({ ...decision, reasons }).split('\n')).toEqual([
    'amir may not read dataos://hr:public/pay: the policy no-hr denies it.',
    'no-hr denies it on dataos://hr:public/pay (henk answers for it), as amir has roles:id:analyst, given by olivia on 2026-11-25.',
    'Ask: henk',
  ]);
});

it('says what would be needed where nobody allowed', () => {
  const text = sentenceOf({ ...decision, policies: [], needs: [{ tags: ['roles:id:hr', 'roles:id:lead'], owner: 'henk' }] });
  expect(text).toContain('It would take roles:id:hr and roles:id:lead; henk answers for it.');
});

it('says why columns are masked and rows left out', () => {
  const because = { owner: 'olivia', subject: held, column: { tag: 'PII.Email' } };
  const table = { address: 'dataos://hr:public/staff', allow: true, policies: [], dataPolicies: [], filters: [{ column: 'state', operator: 'equals' as const, value: 'CA', policy: 'own-state' }], masks: [{ column: 'mail', operator: 'redact' as const, config: {}, policy: 'no-mail', because }] };
  expect(sentenceOf({ ...decision, allow: true, ask: [], tables: [table] }).split('\n').slice(1)).toEqual([
    'dataos://hr:public/staff#mail is masked (redact) by no-mail (olivia answers for it): the column has the tag PII.Email, and amir has roles:id:analyst, given by olivia on 2026-11-25.',
    'Rows of dataos://hr:public/staff are filtered on state by own-state.',
  ]);
});
