import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { type Change, type GrantRequestView, type GrantView, heimdallApi, type RejectedRequest } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { ChangesService } from '../changes/changes.service.js';
import { GrantsService } from './grants.service.js';
import { GrantRequestsService } from './requests.service.js';

const { routes } = heimdallApi;

@Controller()
export class GrantsController {
  constructor(private readonly grants: GrantsService, private readonly requests: GrantRequestsService, private readonly changes: ChangesService) {}

  @Endpoint(routes.listGrants)
  list(): Promise<GrantView[]> {
    return this.grants.list();
  }

  @Endpoint(routes.createGrant)
  create(@Input() { body }: InputOf<typeof routes.createGrant>, @Caller() caller: CallerType): Promise<GrantView> {
    return this.grants.create(body, caller);
  }

  @Endpoint(routes.listGrantsBySubject)
  bySubject(@Input() { params }: InputOf<typeof routes.listGrantsBySubject>): Promise<GrantView[]> {
    return this.grants.list(params.tag);
  }

  @Endpoint(routes.getGrant)
  get(@Input() { params }: InputOf<typeof routes.getGrant>): Promise<GrantView> {
    return this.grants.get(params.id);
  }

  @Endpoint(routes.deleteGrant)
  delete(@Input() { params }: InputOf<typeof routes.deleteGrant>, @Caller() caller: CallerType): Promise<void> {
    return this.grants.revoke(params.id, caller.id);
  }

  @Endpoint(routes.deleteGrantTag)
  deleteTag(@Input() { params }: InputOf<typeof routes.deleteGrantTag>, @Caller() caller: CallerType): Promise<void> {
    return this.grants.revokeSubject(params.id, params.tag, caller.id);
  }

  @Endpoint(routes.listGrantChanges)
  listChanges(@Input() { params }: InputOf<typeof routes.listGrantChanges>): Promise<Change[]> {
    return this.changes.of('grant', params.id);
  }

  @Endpoint(routes.listGrantRequests)
  listRequests(@Input() { query }: InputOf<typeof routes.listGrantRequests>, @Caller() caller: CallerType): Promise<GrantRequestView[]> {
    return this.requests.list(query.use_case_id, caller);
  }

  @Endpoint(routes.createGrantRequest)
  request(@Input() { body }: InputOf<typeof routes.createGrantRequest>, @Caller() caller: CallerType): Promise<GrantRequestView> {
    return this.requests.create(body, caller);
  }

  @Endpoint(routes.getGrantRequest)
  getRequest(@Input() { params }: InputOf<typeof routes.getGrantRequest>, @Caller() caller: CallerType): Promise<GrantRequestView> {
    return this.requests.get(params.id, caller);
  }

  @Endpoint(routes.deleteGrantRequest)
  deleteRequest(@Input() { params }: InputOf<typeof routes.deleteGrantRequest>, @Caller() caller: CallerType): Promise<void> {
    return this.requests.delete(params.id, caller);
  }

  @Endpoint(routes.approveGrantRequest)
  approve(@Input() { params }: InputOf<typeof routes.approveGrantRequest>, @Caller() caller: CallerType): Promise<GrantView> {
    return this.requests.approve(params.id, caller);
  }

  @Endpoint(routes.rejectGrantRequest)
  reject(@Input() { params }: InputOf<typeof routes.rejectGrantRequest>, @Caller() caller: CallerType): Promise<RejectedRequest> {
    return this.requests.reject(params.id, caller);
  }
}
