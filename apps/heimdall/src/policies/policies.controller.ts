import type { Caller as CallerType, InputOf } from '@dataos/contracts-core';
import { type DataPolicyView, heimdallApi, type PolicyView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { PoliciesService } from './policies.service.js';

const { routes } = heimdallApi;

@Controller()
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Endpoint(routes.listPolicies)
  list(@Input() { query }: InputOf<typeof routes.listPolicies>): Promise<PolicyView[]> {
    return this.policies.list(query.kind);
  }

  @Endpoint(routes.getPolicy)
  get(@Input() { params }: InputOf<typeof routes.getPolicy>): Promise<PolicyView> {
    return this.policies.get(params.name);
  }

  @Endpoint(routes.putPolicy)
  put(@Input() { body, params }: InputOf<typeof routes.putPolicy>, @Caller() caller: CallerType): Promise<PolicyView> {
    return this.policies.put(params.name, body, caller.id);
  }

  @Endpoint(routes.deletePolicy)
  async delete(@Input() { params }: InputOf<typeof routes.deletePolicy>, @Caller() caller: CallerType): Promise<void> {
    await this.policies.delete(params.name, caller.id);
  }

  @Endpoint(routes.listDataPolicies)
  listData(): Promise<DataPolicyView[]> {
    return this.policies.listData();
  }

  @Endpoint(routes.createDataPolicy)
  createData(@Input() { body }: InputOf<typeof routes.createDataPolicy>, @Caller() caller: CallerType): Promise<DataPolicyView> {
    return this.policies.putData(body.name, body, caller.id);
  }

  @Endpoint(routes.getDataPolicy)
  getData(@Input() { params }: InputOf<typeof routes.getDataPolicy>): Promise<DataPolicyView> {
    return this.policies.getData(params.name);
  }

  @Endpoint(routes.putDataPolicy)
  putData(@Input() { body, params }: InputOf<typeof routes.putDataPolicy>, @Caller() caller: CallerType): Promise<DataPolicyView> {
    return this.policies.putData(params.name, body, caller.id);
  }

  @Endpoint(routes.deleteDataPolicy)
  async deleteData(@Input() { params }: InputOf<typeof routes.deleteDataPolicy>, @Caller() caller: CallerType): Promise<void> {
    await this.policies.delete(params.name, caller.id, 'data');
  }
}
