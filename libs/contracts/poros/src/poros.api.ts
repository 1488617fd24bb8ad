import { DeadLetter, deadLetterRoutes, defineApi, defineRoute, NotFound, ReplayResult } from '@dataos/contracts-core';
import { z } from 'zod';
import { ApplyAnswer, ApplyResult, Manifests } from './apply.js';
import { ManifestInvalid, ManifestSyntax, ResourceDeleting, ResourceNeeded, ResourceNotFound, ResourceOwnedByBundle } from './poros.problems.js';
import { Condition, Resource, ResourceStatus, Workspace, WorkspaceName } from './resource.js';
import { Run, RunColumn, RunNode, Runtime } from './run.js';

const base = '/poros/api/v1';
const part = z.string().min(1).max(128);
const ofType = z.object({ type: part });
const one = ofType.extend({ name: part });
const inWorkspace = z.object({ ws: part });
const ofTypeIn = inWorkspace.extend({ type: part });
const oneIn = ofTypeIn.extend({ name: part });
const flag = z.enum(['true', 'false']).default('false').transform((value) => value === 'true');
const force = z.object({ force: flag });
const consumes = ['application/yaml', 'application/json', 'application/x-yaml', 'text/yaml', 'text/plain'];
const faults = [ManifestSyntax, ManifestInvalid];

const instance = {
  listResources: defineRoute({ method: 'GET', path: `${base}/resources/:type`, summary: 'Resources of a type, in all workspaces', tags: ['resources'], params: ofType, response: z.array(Resource) }),
  getResource: defineRoute({ method: 'GET', path: `${base}/resources/:type/:name`, summary: 'One resource of the instance', tags: ['resources'], params: one, response: Resource, problems: [ResourceNotFound] }),
  deleteResource: defineRoute({
    method: 'DELETE', path: `${base}/resources/:type/:name`, summary: 'Delete a resource; refused while others need it, unless `force`', tags: ['resources'],
    description: 'Answers at once with the resource as it is being deleted; it is gone when it can no longer be got.',
    params: one, query: force, response: Resource, status: 202, problems: [ResourceNotFound, ResourceNeeded],
  }),
};

const workspaces = {
  listWorkspaces: defineRoute({ method: 'GET', path: `${base}/workspaces`, summary: 'Workspaces', tags: ['workspaces'], response: z.array(Workspace) }),
  getWorkspace: defineRoute({ method: 'GET', path: `${base}/workspaces/:ws`, summary: 'One workspace', tags: ['workspaces'], params: inWorkspace, response: Workspace, problems: [NotFound] }),
  listWorkspaceResources: defineRoute({ method: 'GET', path: `${base}/workspaces/:ws/resources/:type`, summary: 'Resources of a type in a workspace', tags: ['resources'], params: ofTypeIn, response: z.array(Resource) }),
  getWorkspaceResource: defineRoute({ method: 'GET', path: `${base}/workspaces/:ws/resources/:type/:name`, summary: 'One resource of a workspace', tags: ['resources'], params: oneIn, response: Resource, problems: [ResourceNotFound] }),
  deleteWorkspaceResource: defineRoute({
    method: 'DELETE', path: `${base}/workspaces/:ws/resources/:type/:name`, summary: 'Delete a resource of a workspace; refused while others need it, unless `force`', tags: ['resources'],
    params: oneIn, query: force, response: Resource, status: 202, problems: [ResourceNotFound, ResourceNeeded],
  }),
  getRuntime: defineRoute({ method: 'GET', path: `${base}/workspaces/:ws/resources/:type/:name/runtime`, summary: 'What runs, and what ran', tags: ['runs'], params: oneIn, response: Runtime, problems: [ResourceNotFound] }),
  getLog: defineRoute({
    method: 'GET', path: `${base}/workspaces/:ws/resources/:type/:name/log`, summary: 'Log of a run: the newest, of all jobs, unless told otherwise', tags: ['runs'],
    params: oneIn, query: z.object({ run: part.optional(), node: part.optional() }), response: z.string(), contentType: 'text/plain', problems: [ResourceNotFound, NotFound],
  }),
};

const writing = {
  apply: defineRoute({
    method: 'POST', path: `${base}/apply`, summary: 'Create or update what the manifests declare', tags: ['resources'], consumes,
    description: 'All documents are checked first: one fault and nothing is stored. What is stored is made true in the background; follow it by `status`.',
    example: 'name: notes\nversion: v1\ntype: depot\ndepot:\n  type: file\n  description: Notes in a folder\n  file:\n    folder: notes\n',
    query: z.object({ workspace: WorkspaceName.optional() }), body: Manifests, response: ApplyAnswer, problems: [...faults, ResourceDeleting, ResourceOwnedByBundle],
  }),
  validate: defineRoute({
    method: 'POST', path: `${base}/workspaces/:ws/resources/validate`, summary: 'Check manifests; nothing is stored', tags: ['resources'], consumes,
    params: inWorkspace, body: Manifests, response: ApplyAnswer, problems: faults,
  }),
};

export const porosApi = defineApi({
  service: 'poros', title: 'Poros', description: 'Make it so: resources as manifests, kept true by reconcilers; workflows and their runs.',
  tags: { resources: 'What is declared, and what became of it', workspaces: 'Rooms for resources', runs: 'Runs of workflows and their logs' },
  schemas: {
    ApplyAnswer, ApplyResult, Condition, Resource, ResourceStatus, Run, RunColumn, RunNode, Runtime, Workspace, DeadLetter, ReplayResult,
  },
  routes: { ...writing, ...instance, ...workspaces, ...deadLetterRoutes('poros') },
});
