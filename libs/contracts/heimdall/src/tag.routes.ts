import { defineRoute, NotFound, PolicyDenied } from '@dataos/contracts-core';
import { z } from 'zod';
import { NamespaceInUse, OneCollection, PermanentRole, ProtectedTag, RoleExists } from './heimdall.problems.js';
import { CollectionView, HeldTag, RoleInput, RoleView, TagGroup, TagNamespace, TagNamespaceView, TagView, UserTags } from './tag.js';
import { Change, UserView } from './user.js';

const v1 = '/heimdall/api/v1';
const collections = '/heimdall/api/v2/collections';
const user = z.object({ user: z.string().max(64) });
const named = z.object({ name: z.string().max(128) });
const role = z.object({ id: z.string().max(128) });

const tags = {
  listTags: defineRoute({ method: 'GET', path: `${v1}/tags`, summary: 'Every tag that somebody holds', response: z.array(z.string()) }),
  addTags: defineRoute({
    method: 'POST', path: `${v1}/tags`, summary: 'Give tags to a user; the answer holds all tags of the user', body: UserTags, response: UserTags, problems: [NotFound, ProtectedTag, PolicyDenied],
  }),
  getTags: defineRoute({ method: 'GET', path: `${v1}/tags/:user`, access: 'authenticated', summary: 'The tags of a user', params: user, response: UserTags, problems: [NotFound, PolicyDenied] }),
  clearTags: defineRoute({ method: 'DELETE', path: `${v1}/tags/:user`, summary: 'Take all tags from a user but the tag of the id', params: user, status: 204, problems: [NotFound, PolicyDenied] }),
  removeTag: defineRoute({
    method: 'DELETE', path: `${v1}/tags/:user/tag/:tag`, summary: 'Take one tag from a user', params: user.extend({ tag: z.string().max(256) }), response: UserTags, problems: [NotFound, ProtectedTag, PolicyDenied],
  }),
  listHeldTags: defineRoute({
    method: 'GET', path: `${v1}/users/:user/held-tags`, access: 'authenticated', summary: 'The tags of a user with who gave each of them and when', params: user, response: z.array(HeldTag), problems: [NotFound, PolicyDenied],
  }),
  listTagGroups: defineRoute({
    method: 'GET', path: `${v1}/tag-groups`, summary: 'Tags in use by namespace', query: z.looseObject({ tag: z.string().max(256).optional() }), response: z.array(TagGroup),
  }),
};

const namespaces = {
  listTagNamespaces: defineRoute({ method: 'GET', path: `${v1}/tag-namespaces`, summary: 'All tag namespaces', response: z.array(TagNamespaceView) }),
  createTagNamespace: defineRoute({ method: 'POST', path: `${v1}/tag-namespaces`, summary: 'Create or change a tag namespace', body: TagNamespace, response: TagNamespaceView, problems: [NamespaceInUse] }),
  getTagNamespace: defineRoute({ method: 'GET', path: `${v1}/tag-namespaces/:name`, summary: 'One tag namespace', params: named, response: TagNamespaceView, problems: [NotFound] }),
  deleteTagNamespace: defineRoute({
    method: 'DELETE', path: `${v1}/tag-namespaces/:name`, summary: 'Delete a tag namespace whose tags nobody holds', params: named, status: 204, problems: [NotFound, NamespaceInUse],
  }),
  listNamespaceTags: defineRoute({ method: 'GET', path: `${v1}/tag-namespaces/:name/tags`, summary: 'Tags in use that fit a namespace', params: named, response: z.array(TagView), problems: [NotFound] }),
};

const roles = {
  listRoles: defineRoute({ method: 'GET', path: `${v1}/roles`, summary: 'All roles', response: z.array(RoleView) }),
  createRole: defineRoute({ method: 'POST', path: `${v1}/roles`, summary: 'Create a role', body: RoleInput, response: RoleView, problems: [RoleExists] }),
  getRole: defineRoute({ method: 'GET', path: `${v1}/roles/:id`, summary: 'One role', params: role, response: RoleView, problems: [NotFound] }),
  deleteRole: defineRoute({ method: 'DELETE', path: `${v1}/roles/:id`, summary: 'Delete a role and take it from everybody', params: role, status: 204, problems: [NotFound, PermanentRole] }),
  listRoleChanges: defineRoute({ method: 'GET', path: `${v1}/roles/:id/changes`, summary: 'What was done to a role', params: role, response: z.array(Change), problems: [NotFound] }),
  listRoleUsers: defineRoute({ method: 'GET', path: `${v1}/roles/:id/users`, summary: 'Who has a role', params: role, response: z.array(UserView), problems: [NotFound] }),
};

const CollectionBody = z.looseObject({ name: z.string().min(1).max(128) });
export const tagRoutes = {
  ...tags, ...namespaces, ...roles,
  listCollections: defineRoute({ method: 'GET', path: collections, summary: 'The one collection', response: z.array(CollectionView) }),
  createCollection: defineRoute({ method: 'POST', path: collections, summary: 'Refused for every name but default', body: CollectionBody, response: CollectionView, problems: [OneCollection] }),
  getCollection: defineRoute({ method: 'GET', path: `${collections}/:name`, summary: 'One collection', params: named, response: CollectionView, problems: [NotFound] }),
  deleteCollection: defineRoute({ method: 'DELETE', path: `${collections}/:name`, summary: 'Always refused: the default collection stays', params: named, status: 204, problems: [NotFound, OneCollection] }),
};
