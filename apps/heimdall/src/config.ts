import { BucketBound } from '@dataos/contracts-heimdall';
import { BaseConfig } from '@dataos/kit';
import { z } from 'zod';

export const HeimdallConfig = BaseConfig.extend({
  /** File of 32 random bytes that seals secrets and signing keys; made at the first start. */
  HEIMDALL_KEY_FILE: z.string().min(1),
  /** JSON of the users that must exist, with their keys. */
  HEIMDALL_BOOTSTRAP_FILE: z.string().optional(),
  /** JSON of the identity providers whose tokens are accepted. */
  HEIMDALL_OIDC_FILE: z.string().optional(),
  /** The key file before this one: what it still seals is sealed anew at start. */
  HEIMDALL_PREVIOUS_KEY_FILE: z.string().optional(),
  /** Origin of the catalogue, for data decisions of callers who do not bring columns and tags themselves. */
  METIS_URL: z.url().optional(),
  /** Origin under which callers know the decision point; by default the address they ask at. */
  HEIMDALL_PUBLIC_URL: z.url().optional(),
  /** Which effect wins where policies of both apply. */
  HEIMDALL_COMBINING: z.enum(['deny-overrides', 'allow-overrides']).default('deny-overrides'),
  /** Which bound of its bucket a masked number becomes where the policy does not say. */
  HEIMDALL_BUCKET_BOUND: BucketBound.default('lower'),
});
export type HeimdallConfig = z.infer<typeof HeimdallConfig>;
