import { defineRoute, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { ProtectedTag, TokenExists, UnknownTag, UserExists } from './heimdall.problems.js';
import { Tag } from './pattern.js';
import { PageNumbers, Paging } from './paging.js';
import { Change, RotateInput, TokenInput, TokenView, UserInput, UserPatch, UserSearch, UserView } from './user.js';

const user = z.object({ user: z.string().max(64) });
const users = '/heimdall/api/v1/users';
const tokens = '/heimdall/api/v1/tokens';

export const userRoutes = {
  listUsers: defineRoute({
    method: 'GET', path: users, summary: 'All users', query: z.looseObject({ limit: z.coerce.number().int().min(1).max(100_000).default(100_000) }), response: z.array(UserView),
  }),
  listUsersPaged: defineRoute({
    method: 'GET', path: '/heimdall/api/v2/users', summary: 'Users, page by page', query: Paging,
    response: z.object({ users: z.array(UserView), ...PageNumbers }),
  }),
  filterUsers: defineRoute({ method: 'POST', path: `${users}/user-filters`, summary: 'Users by content id, id or tag', body: UserSearch, response: z.array(UserView) }),
  listUserChanges: defineRoute({
    method: 'GET', path: `${users}/:user/changes`, access: 'authenticated', summary: 'What was done to a user and by whom', params: user, response: z.array(Change), problems: [NotFound],
  }),
  createUser: defineRoute({ method: 'POST', path: users, summary: 'Create a user', example: { id: 'nora', type: 'person', name: 'Nora Newcomer', tags: ['roles:id:user'] }, body: UserInput, response: UserView, status: 201, problems: [UserExists, UnknownTag] }),
  getUser: defineRoute({
    method: 'GET', path: `${users}/:user`, access: 'authenticated', summary: 'One user; everybody may see themselves',
    params: user, response: UserView, problems: [NotFound],
  }),
  updateUser: defineRoute({
    method: 'PUT', path: `${users}/:user`, summary: 'Change name, email, properties or the whole list of tags of a user',
    params: user, body: UserPatch, response: UserView, problems: [NotFound, ProtectedTag, UnknownTag],
  }),
  deleteUser: defineRoute({ method: 'DELETE', path: `${users}/:user`, summary: 'Delete a user and all keys', params: user, status: 204, problems: [NotFound] }),
  addUserTags: defineRoute({
    method: 'POST', path: `${users}/:user/tags`, summary: 'Give tags (roles) to a user', params: user,
    body: z.object({ tags: z.array(Tag).min(1).max(64) }), response: UserView, status: 200, problems: [NotFound, UnknownTag],
  }),
  removeUserTag: defineRoute({
    method: 'DELETE', path: `${users}/:user/tags/:tag`, summary: 'Take a tag from a user; effective at the next request',
    params: user.extend({ tag: z.string().max(256) }), response: UserView, problems: [NotFound, ProtectedTag],
  }),
  listTokens: defineRoute({
    method: 'GET', path: `${users}/:user/tokens`, access: 'authenticated', summary: 'API keys of a user, without their text',
    params: user, response: z.array(TokenView), problems: [NotFound],
  }),
  createToken: defineRoute({
    method: 'POST', path: `${users}/:user/tokens`, access: 'authenticated', summary: 'Create an API key; this answer alone holds its text',
    params: user, body: TokenInput, response: TokenView, status: 201, problems: [NotFound, TokenExists, PolicyDenied],
  }),
  revokeToken: defineRoute({
    method: 'DELETE', path: `${users}/:user/tokens/:name`, access: 'authenticated', summary: 'Revoke an API key at once',
    params: user.extend({ name: z.string().max(128) }), status: 204, problems: [NotFound],
  }),
  getToken: defineRoute({
    method: 'GET', path: `${users}/:user/tokens/:name`, access: 'authenticated', summary: 'One API key, without its text',
    params: user.extend({ name: z.string().max(128) }), response: TokenView, problems: [NotFound],
  }),
  findToken: defineRoute({
    method: 'GET', path: tokens, access: 'authenticated', summary: 'The API key of this text, for its owner',
    query: z.looseObject({ token: z.string().min(1).max(1024) }), response: TokenView, problems: [NotFound],
  }),
  rotateToken: defineRoute({
    method: 'POST', path: tokens, access: 'authenticated', summary: 'Replace an API key by a new one of the same name', body: RotateInput, response: TokenView, problems: [NotFound, PolicyDenied],
  }),
  getOwnToken: defineRoute({
    method: 'GET', path: `${tokens}/:name`, access: 'authenticated', summary: 'One of the caller\'s own keys', params: z.object({ name: z.string().max(128) }), response: TokenView, problems: [NotFound],
  }),
  revokeOwnToken: defineRoute({
    method: 'DELETE', path: `${tokens}/:name`, access: 'authenticated', summary: 'Revoke one of the caller\'s own keys', params: z.object({ name: z.string().max(128) }), status: 204, problems: [NotFound],
  }),
};
