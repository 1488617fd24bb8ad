import { PolicyDraft } from '@dataos/contracts-heimdall';
import { expect, it } from '@jest/globals';
import { tagHints } from './tag-hints.js';

const mask = (...tags: string[]): PolicyDraft => PolicyDraft.parse({
  put: { p: { policy: { data: { type: 'mask', selector: { user: { match: 'any', tags: ['roles:id:user'] }, column: { tags } }, mask: { operator: 'hash', hash: { algo: 'sha256' } } } } } },
});

it.each([
  ['another case', 'pii.email', 'PII.Email'], ['another separator', 'PII:Email', 'PII.Email'], ['both', 'pii_email', 'PII.Email'],
])('%s: the tag that is borne is named', (_, written, borne) => {
  expect(tagHints(mask('PII.Name', written), ['PII.Name', borne])).toEqual([{
    policy: 'p', pointer: '/policy/data/selector/column/tags/1', message: `no column is known with the tag ${written}, but with ${borne}: tags are compared letter by letter`,
  }]);
});

it.each([['a tag that is borne', 'PII.Email', ['PII.Email', 'pii.email']], ['a tag like no other', 'PII.Phone', ['PII.Email']], ['no tag at all', 'x', []]])('%s: nothing is said', (_, written, known) => {
  expect(tagHints(mask(written), known)).toEqual([]);
});

it('says nothing of policies that name no column', () => {
  expect(tagHints(PolicyDraft.parse({ put: { a: { policy: { access: { subjects: { tags: ['x'] }, predicates: ['read'], objects: { paths: ['/x'] }, allow: true } } } } }), ['X'])).toEqual([]);
});
