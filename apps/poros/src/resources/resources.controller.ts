import { type AnswerOf, type Caller as CallerType, DomainError, type InputOf, NotFound } from '@dataos/contracts-core';
import { porosApi } from '@dataos/contracts-poros';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ResourcesService } from './resources.service.js';

const { routes } = porosApi;
type In<K extends keyof typeof routes> = InputOf<(typeof routes)[K]>;
type Out<K extends keyof typeof routes> = Promise<AnswerOf<(typeof routes)[K]>>;

@Controller()
export class ResourcesController {
  constructor(private readonly resources: ResourcesService) {}

  @Endpoint(routes.apply)
  apply(@Input() { body, query }: In<'apply'>, @Caller() caller: CallerType): Out<'apply'> {
    return this.resources.apply(body, caller, query.workspace);
  }

  @Endpoint(routes.validate)
  validate(@Input() { body, params }: In<'validate'>): Out<'validate'> {
    return this.resources.validate(body, params.ws);
  }

  @Endpoint(routes.listResources)
  list(@Input() { params }: In<'listResources'>, @Caller() caller: CallerType): Out<'listResources'> {
    return this.resources.list(params.type, undefined, caller);
  }

  @Endpoint(routes.getResource)
  get(@Input() { params }: In<'getResource'>, @Caller() caller: CallerType): Out<'getResource'> {
    return this.resources.get({ ...params, workspace: '' }, caller);
  }

  @Endpoint(routes.deleteResource)
  delete(@Input() { params, query }: In<'deleteResource'>, @Caller() caller: CallerType): Out<'deleteResource'> {
    return this.resources.delete({ ...params, workspace: '' }, query.force, caller);
  }

  @Endpoint(routes.listWorkspaces)
  workspaces(): Out<'listWorkspaces'> {
    return this.resources.workspaces();
  }

  @Endpoint(routes.getWorkspace)
  async workspace(@Input() { params }: In<'getWorkspace'>): Out<'getWorkspace'> {
    const found = (await this.resources.workspaces()).find(({ name }) => name === params.ws);
    if (found === undefined) throw new DomainError(NotFound, `There is no workspace ${params.ws}.`);
    return found;
  }

  @Endpoint(routes.listWorkspaceResources)
  listIn(@Input() { params }: In<'listWorkspaceResources'>, @Caller() caller: CallerType): Out<'listWorkspaceResources'> {
    return this.resources.list(params.type, params.ws, caller);
  }

  @Endpoint(routes.getWorkspaceResource)
  getIn(@Input() { params: { ws, type, name } }: In<'getWorkspaceResource'>, @Caller() caller: CallerType): Out<'getWorkspaceResource'> {
    return this.resources.get({ type, name, workspace: ws }, caller);
  }

  @Endpoint(routes.deleteWorkspaceResource)
  deleteIn(@Input() { params: { ws, type, name }, query }: In<'deleteWorkspaceResource'>, @Caller() caller: CallerType): Out<'deleteWorkspaceResource'> {
    return this.resources.delete({ type, name, workspace: ws }, query.force, caller);
  }
}
