import { type AnswerOf, type Caller as CallerType, DomainError, type InputOf, ValidationFailed } from '@dataos/contracts-core';
import { heimdallApi, PolicyName, type PolicyView } from '@dataos/contracts-heimdall';
import { Caller, Endpoint, Input } from '@dataos/kit';
import { Controller } from '@nestjs/common';
import { linksTo } from '../users/links.js';
import { pageOf } from '../users/page.js';
import { PoliciesService } from './policies.service.js';
import { inputOf } from './views.js';

const { routes } = heimdallApi;

@Controller()
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Endpoint(routes.listPolicies)
  list(@Input() { query }: InputOf<typeof routes.listPolicies>): Promise<PolicyView[]> {
    return this.policies.list(query.kind);
  }

  @Endpoint(routes.listPoliciesPaged)
  async listPaged(@Input() { query }: InputOf<typeof routes.listPoliciesPaged>): Promise<AnswerOf<typeof routes.listPoliciesPaged>> {
    const rows = await this.policies.rows('access', { skip: query.page * query.size, take: query.size });
    const policies = rows.map(({ description, name }) => ({ name, description, collection: 'default', _links: linksTo(`/heimdall/api/v1/policies/${name}`) }));
    return { policies, ...pageOf(query, await this.policies.count('access')) };
  }

  @Endpoint(routes.getPolicy)
  get(@Input() { params }: InputOf<typeof routes.getPolicy>): Promise<PolicyView> {
    return this.policies.get(params.name);
  }

  @Endpoint(routes.createPolicy)
  create(@Input() { body }: InputOf<typeof routes.createPolicy>, @Caller() caller: CallerType): Promise<PolicyView> {
    const name = PolicyName.safeParse(body.name);
    if (name.success) return this.policies.put(name.data, inputOf(body), caller.id);
    throw new DomainError(ValidationFailed, 'The policy needs a name.', { errors: [{ pointer: '/body/name', message: name.error.issues[0]?.message ?? 'is missing' }] });
  }

  @Endpoint(routes.putPolicy)
  put(@Input() { body, params }: InputOf<typeof routes.putPolicy>, @Caller() caller: CallerType): Promise<PolicyView> {
    return this.policies.put(params.name, inputOf(body), caller.id);
  }

  @Endpoint(routes.deletePolicy)
  async delete(@Input() { params }: InputOf<typeof routes.deletePolicy>, @Caller() caller: CallerType): Promise<void> {
    await this.policies.delete(params.name, caller.id);
  }
}
