import type { Links } from '@dataos/contracts-heimdall';

/** Links of a thing; every documented key is there. */
export const linksTo = (self: string, more: Partial<Links> = {}): Links => ({
  self, tags: null, tokens: null, avatars: null, download_avatars: null, grants: null, policies: null, changes: null, user: null, ...more,
});
