import { describe, expect, it } from '@jest/globals';
import { ConnectionInfo, DepotName, DepotRequest } from './depot.js';

describe('the depot contract', () => {
  it.each(['crm', 'flights', 'a', 'lake_house-2'])('accepts the name %s', (name) => expect(DepotName.safeParse(name).success).toBe(true));
  it.each(['', 'Crm', '9lives', 'a:b', 'a/b', '../etc', 'x'.repeat(49)])('refuses the name %p', (name) => expect(DepotName.safeParse(name).success).toBe(false));

  it('reads the type in any case and keeps the connection block', () => {
    const depot = DepotRequest.parse({ type: 'postgresql', postgresql: { host: 'db' }, future: 1 });
    expect(depot).toMatchObject({ type: 'POSTGRESQL', postgresql: { host: 'db' }, future: 1, external: false, secrets: [] });
  });

  it('refuses a source nobody has heard of', () => {
    expect(DepotRequest.safeParse({ type: 'abacus' }).error?.issues[0]?.path).toEqual(['type']);
  });

  it('hands out credentials only with an acl', () => {
    expect(ConnectionInfo.safeParse({ credentials: {} }).success).toBe(false);
  });
});
