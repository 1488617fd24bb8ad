import { createHash } from 'node:crypto';
import type { UserView } from '@dataos/contracts-heimdall';
import { linksTo } from './links.js';
import type { UserRow } from './user.entity.js';

/** A user as the clients read it: every documented member, `null` where nothing is known. */
export function toView(user: UserRow, tags: readonly string[]): UserView {
  const self = `/heimdall/api/v1/users/${user.id}`;
  return {
    id: user.id, name: user.name, type: user.type, email: user.email, cid: `bafk${createHash('sha256').update(user.id).digest('hex').slice(0, 52)}`,
    properties: user.properties, federated_user_id: user.federatedUserId, federated_connector_id: user.federatedConnectorId,
    tags: [...new Set([...tags, `users:id:${user.id}`])].sort(), tokens: null,
    _links: linksTo(self, { tags: `${self}/tags`, tokens: `${self}/tokens`, changes: `${self}/changes` }),
  };
}
