import { defineRoute, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { ProtectedTag, TokenExists, UserExists } from './heimdall.problems.js';
import { Tag } from './pattern.js';
import { TokenInput, TokenView, UserInput, UserPatch, UserView } from './user.js';

const user = z.object({ user: z.string().max(64) });
const users = '/heimdall/api/v1/users';

export const userRoutes = {
  listUsers: defineRoute({ method: 'GET', path: users, summary: 'All users', response: z.array(UserView) }),
  createUser: defineRoute({ method: 'POST', path: users, summary: 'Create a user', example: { id: 'nora', type: 'person', name: 'Nora Newcomer', tags: ['roles:id:user'] }, body: UserInput, response: UserView, status: 201, problems: [UserExists] }),
  getUser: defineRoute({
    method: 'GET', path: `${users}/:user`, access: 'authenticated', summary: 'One user; everybody may see themselves',
    params: user, response: UserView, problems: [NotFound],
  }),
  updateUser: defineRoute({
    method: 'PUT', path: `${users}/:user`, summary: 'Change name, email, properties or the whole list of tags of a user',
    params: user, body: UserPatch, response: UserView, problems: [NotFound, ProtectedTag],
  }),
  deleteUser: defineRoute({ method: 'DELETE', path: `${users}/:user`, summary: 'Delete a user and all keys', params: user, status: 204, problems: [NotFound] }),
  addUserTags: defineRoute({
    method: 'POST', path: `${users}/:user/tags`, summary: 'Give tags (roles) to a user', params: user,
    body: z.object({ tags: z.array(Tag).min(1).max(64) }), response: UserView, status: 200, problems: [NotFound],
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
};
