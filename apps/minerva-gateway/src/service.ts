import { heimdallAccess, PolicyChanged, TagChanged, TokenChanged, UserChanged } from '@dataos/contracts-heimdall';
import { minervaApi, minervaTopic } from '@dataos/contracts-minerva';
import { defineService, peerFetch } from '@dataos/kit';
import { ClusterRow } from './clusters/cluster.entity.js';
import { MinervaConfig } from './config.js';
import { SignInRow } from './external-auth/sign-in.entity.js';
import { LakeRelation } from './lake/lake.entity.js';
import { migrations } from './migrations/index.js';
import { QueryRow } from './queries/query.entity.js';

export const service = defineService({
  name: 'minerva-gateway',
  api: minervaApi,
  config: MinervaConfig,
  entities: [QueryRow, ClusterRow, LakeRelation, SignInRow],
  migrations,
  publishes: [minervaTopic],
  access: (config) => heimdallAccess({ url: config.HEIMDALL_URL, fetch: peerFetch, ...(config.SERVICE_APIKEY === undefined ? {} : { apikey: config.SERVICE_APIKEY }) }),
  accessInvalidatedBy: [PolicyChanged, UserChanged, TagChanged, TokenChanged],
  // More than a statement may have, so that a longer one is answered in Trino's words.
  bodyLimit: 4_194_304,
});
