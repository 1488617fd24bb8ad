import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { type FakePeer, startFakePeer } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireFullAccess } from './guard.js';
import { connectPlatform } from './stack.platform.js';

const address = 'dataos://crm:public/people';
let peers: FakePeer[];
let asked: unknown;
beforeAll(async () => {
  peers = [
    await startFakePeer(metisApi, {
      describeTables: () => ({ tables: [{
        address, found: true, vanished: false, tags: ['Tier.Secret'], columnTags: { id: [], Contact: ['PII.Email'] }, columns: [{ id: `${address}#id`, name: 'id', type: 'bigint', nullable: true, tags: [], ordinal: 1 }],
      }] }),
    }),
    await startFakePeer(heimdallApi, {
      decideData: ({ body }) => {
        asked = body.tables;
        const denied = body.tables.some(({ tags }) => tags?.includes('Tier.Secret'));
        return { decision: 'd', subject: 'olivia', allow: !denied, revision: '1', tables: [{ address, allow: !denied, policies: [{ name: 'no-secrets', effect: 'deny' as const }], dataPolicies: [], filters: [], masks: [], reason: 'it is secret' }] };
      },
    }),
  ];
});
afterAll(() => Promise.all(peers.map((peer) => peer.close())));

describe('what a job reads', () => {
  it('is judged by the tags of the table, and of columns that no scan has seen', async () => {
    const platform = connectPlatform({ token: 'token', services: { METIS_URL: peers[0]?.url ?? '', HEIMDALL_URL: peers[1]?.url ?? '' } });
    await expect(requireFullAccess(platform, [address], new Map([[address, ['id', 'contact']]]))).rejects.toThrow('it is secret (policy no-secrets)');
    expect(asked).toEqual([{ address, tags: ['Tier.Secret'], columns: [{ name: 'id', type: 'bigint', tags: [] }, { name: 'contact', tags: ['PII.Email'] }] }]);
  });
});
