import { describe, expect, it } from '@jest/globals';
import { inheritedTags, linkOf, type Tagged } from './inherited-tags.js';

const people = 'dataos://crm:public/people';
const copy = 'dataos://lake:derived/copy';
const assets = new Map<string, Tagged>([[people, { columns: [{ name: 'EMail' }, { name: 'id' }], columnTags: { EMail: ['PII.Email'], gone: ['PII.Phone'], id: [] } }]]);
const report = (...columns: [string, string[]][]) => ({ inputs: [people], outputs: [copy], columns: columns.map(([output, inputs]) => ({ output: `${copy}#${output}`, inputs: inputs.map((name) => (name.includes('#') ? name : `${people}#${name}`)) })) });
const tags = (...given: Parameters<typeof inheritedTags>) => Object.fromEntries(inheritedTags(...given));

describe('tags of a copy', () => {
  it('are those of all its column was computed from, however they are spelled', () => {
    expect(tags(report(['contact', ['email', 'gone', 'id']], ['id', ['id']]), assets, new Set())).toEqual({ [copy]: { contact: ['PII.Email', 'PII.Phone'] } });
  });

  it('come to what the column has, under the name it has', () => {
    const more = new Map<string, Tagged>([...assets, [copy, { columns: [{ name: 'Contact' }], columnTags: { Contact: ['Own.Tag'], other: ['x'] } }]]);
    expect(tags(report(['contact', ['email']]), more, new Set())).toEqual({ [copy]: { Contact: ['Own.Tag', 'PII.Email'] } });
  });

  it('are passed on once for each link, so that what people took away stays away', () => {
    expect(tags(report(['contact', ['email']]), assets, new Set([linkOf(`${people}#EMAIL`, `${copy}#contact`)]))).toEqual({});
  });

  it.each([['an unknown source', `dataos://x:y/z#email`], ['the table itself', `${copy}#email`], ['no column', people]])('do not come from %s', (_, from) => {
    expect(tags(report(['contact', [from.includes('#') ? from : `${from}#`]]), assets, new Set())).toEqual({});
  });

  it('of a column called __proto__ are tags', () => {
    const odd = new Map<string, Tagged>([[people, { columns: [], columnTags: Object.fromEntries([['__proto__', ['PII.Email']]]) }]]);
    expect(inheritedTags(report(['contact', ['__proto__']]), odd, new Set()).get(copy)).toEqual({ contact: ['PII.Email'] });
  });
});
