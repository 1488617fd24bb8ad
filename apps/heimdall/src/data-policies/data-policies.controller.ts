import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { type ClientDecision, type DataPolicyView, type GatewayDecision, type GatewayPolicy, heimdallApi } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { toDataPolicyView, toGatewayPolicy } from '../policies/views.js';
import { DataPoliciesService } from './data-policies.service.js';

const { routes } = heimdallApi;

@Controller()
export class DataPoliciesController {
  constructor(private readonly policies: DataPoliciesService) {}

  @Endpoint(routes.listDataPolicies)
  list(): Promise<DataPolicyView[]> {
    return this.policies.list();
  }

  @Endpoint(routes.createDataPolicy)
  async create(@Input() { body }: InputOf<typeof routes.createDataPolicy>, @Caller() caller: CallerType): Promise<DataPolicyView> {
    return toDataPolicyView(await this.policies.put(body.name, body, caller.id));
  }

  @Endpoint(routes.getDataPolicy)
  get(@Input() { params }: InputOf<typeof routes.getDataPolicy>): Promise<DataPolicyView> {
    return this.policies.get(params.name);
  }

  @Endpoint(routes.putDataPolicy)
  async put(@Input() { body, params }: InputOf<typeof routes.putDataPolicy>, @Caller() caller: CallerType): Promise<DataPolicyView> {
    return toDataPolicyView(await this.policies.put(params.name, body, caller.id));
  }

  @Endpoint(routes.deleteDataPolicy)
  async delete(@Input() { params }: InputOf<typeof routes.deleteDataPolicy>, @Caller() caller: CallerType): Promise<void> {
    await this.policies.delete(params.name, caller.id);
  }

  @Endpoint(routes.listDatasetPolicies)
  listOf(@Input() { params }: InputOf<typeof routes.listDatasetPolicies>): Promise<DataPolicyView[]> {
    return this.policies.listOf(params.id);
  }

  @Endpoint(routes.decideTable)
  decide(@Input() { body }: InputOf<typeof routes.decideTable>, @Caller() caller: CallerType): Promise<ClientDecision> {
    return this.policies.decide(body, caller);
  }

  @Endpoint(routes.decideTableExternally)
  decideExternally(@Input() { body }: InputOf<typeof routes.decideTableExternally>, @Caller() caller: CallerType): Promise<ClientDecision> {
    return this.policies.decide(body, caller);
  }

  @Endpoint(routes.decideDataset)
  decideDataset(@Input() { params }: InputOf<typeof routes.decideDataset>, @Caller() caller: CallerType): Promise<ClientDecision> {
    return this.policies.decideDataset(params, caller);
  }

  @Endpoint(routes.listGatewayPolicies)
  listGateway(@Caller() caller: CallerType): Promise<GatewayPolicy[]> {
    return this.policies.listGateway(caller);
  }

  @Endpoint(routes.putGatewayPolicy)
  async putGateway(@Input() { body }: InputOf<typeof routes.putGatewayPolicy>, @Caller() caller: CallerType): Promise<GatewayPolicy> {
    return toGatewayPolicy(await this.policies.put(body.name, body, caller.id));
  }

  @Endpoint(routes.getGatewayPolicy)
  getGateway(@Input() { params }: InputOf<typeof routes.getGatewayPolicy>, @Caller() caller: CallerType): Promise<GatewayPolicy> {
    return this.policies.getGateway(params.name, caller);
  }

  @Endpoint(routes.deleteGatewayPolicy)
  deleteGateway(@Input() { params }: InputOf<typeof routes.deleteGatewayPolicy>, @Caller() caller: CallerType): Promise<GatewayPolicy> {
    return this.policies.delete(params.name, caller.id);
  }

  @Endpoint(routes.gatewayDecision)
  gatewayDecision(@Input() { query }: InputOf<typeof routes.gatewayDecision>, @Caller() caller: CallerType): Promise<GatewayDecision> {
    return this.policies.decideGateway(query, caller);
  }

  @Endpoint(routes.gatewayDecisionOf)
  gatewayDecisionOf(@Input() { params }: InputOf<typeof routes.gatewayDecisionOf>, @Caller() caller: CallerType): Promise<GatewayDecision> {
    return this.policies.decideGateway(params, caller);
  }
}
