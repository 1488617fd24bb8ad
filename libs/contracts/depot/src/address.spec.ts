import { formatAddress } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAddress } from './address.js';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
const address = fc.record({ depot: name, collection: name, dataset: name, acl: fc.constantFrom('r' as const, 'rw' as const) });

describe('addresses as clients write them', () => {
  it.each([
    ['dataos://harborpg:public/shipment?acl=rw', { depot: 'harborpg', collection: 'public', dataset: 'shipment', acl: 'rw' }],
    ['dataos://tidelake:freight', { depot: 'tidelake', collection: 'freight' }],
    ['dataos://harborpg', { depot: 'harborpg' }],
    ['harborpg', { depot: 'harborpg' }],
    ['dataos://HarborPG:Public/Shipment', { depot: 'harborpg', collection: 'Public', dataset: 'Shipment' }],
    ['dataos://dataos://tidelake:none/manifest.csv', { depot: 'tidelake', collection: 'none', dataset: 'manifest.csv' }],
    ['dataos://harborpg/public/shipment?purpose=rw', { depot: 'harborpg', collection: 'public', dataset: 'shipment', acl: 'rw' }],
    ['dataos://streamdep:none/tides?acl=rw&batch_size=10&group_id=g1', { depot: 'streamdep', collection: 'none', dataset: 'tides', acl: 'rw' }],
    ['dataos://d:c/t?acl=r&purpose=r', { depot: 'd', collection: 'c', dataset: 't', acl: 'r' }],
  ])('reads %s', (text, parts) => expect(readAddress(text)).toEqual(parts));

  it.each([
    '', 'dataos://', 'http://harborpg:public/shipment', 'dataos://crm:public/passengers?acl=all', 'dataos://crm?acl=r&purpose=rw', 'dataos://crm?acl=r&acl=rw', 'dataos://crm?acl=',
    'dataos://crm:../passengers', 'dataos://crm:public/..', 'dataos://crm:public/../../etc', 'dataos://crm:a/%2e%2e', 'dataos://crm:public/a b', 'dataos://9crm', 'dataos://crm:*',
    'dataos://crm:public/passengers#x', 'dataos://user@crm:public/passengers', 'dataos://crm:public/pass\u0000engers', `dataos://${'x'.repeat(49)}`,
  ])('refuses %j', (text) => expect(readAddress(text)).toBeUndefined());

  it('reads what it writes, however the scheme and the depot are spelt', () => {
    fc.assert(fc.property(address, fc.constantFrom('', 'dataos://', 'dataos://dataos://'), fc.boolean(), (parts, scheme, loud) => {
      const text = formatAddress(parts).slice('dataos://'.length);
      expect(readAddress(scheme + (loud ? parts.depot.toUpperCase() + text.slice(parts.depot.length) : text))).toEqual(parts);
    }));
  });

  it('never reads anything that could leave its place', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '/', ':', '?', '%', '2', 'e', '=', '@', '\\', '\0', ' ') }), (text) => {
      const parts = readAddress(text);
      for (const part of [parts?.depot, parts?.collection, parts?.dataset]) expect(part ?? 'a').toMatch(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.$-]*$/);
    }));
  });
});
