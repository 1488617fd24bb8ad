import { type Caller, DependencyUnavailable, DomainError, faultsOf, formatAddress, NotFound, parseAddress, PolicyDenied, ValidationFailed } from '@dataos/contracts-core';
import { type ClientDecision, type DataPolicyView, DataRule, type GatewayDecision, type GatewayPolicy, type TableContext, type TableDecision, type TableInput } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import { DecisionsService } from '../decisions/decisions.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import type { PolicyRow } from '../policies/policy.entity.js';
import { emptyMask, toDataPolicyView, toGatewayPolicy } from '../policies/views.js';
import { Identities } from '../tokens/identities.js';
import { compileDataPolicy } from './data-policy.js';
import { TableContexts } from './table-contexts.js';

const OWN_PATH = '/heimdall/dp/api/v1/policies';

type Named = ReadonlyMap<string, { owner: string; priority: number }>;
interface Decided { readonly id: string; readonly user: { id: string; tags: string[] }; readonly table: TableDecision; readonly input: TableInput; readonly named: Named }

/** The two REST faces of the one store of data policies. */
@Injectable()
export class DataPoliciesService {
  constructor(
    private readonly policies: PoliciesService, private readonly decisions: DecisionsService, private readonly contexts: TableContexts, private readonly identities: Identities,
  ) {}

  async list(): Promise<DataPolicyView[]> {
    return (await this.policies.rows('data')).map(toDataPolicyView);
  }

  /** Below the gateway's prefix everybody may look around; data policies are for whom they are for under their own. */
  async listGateway(caller: Caller): Promise<GatewayPolicy[]> {
    await this.decisions.require(caller.id, 'get', OWN_PATH);
    return (await this.policies.rows('data')).map(toGatewayPolicy);
  }

  /** Policies whose dataset globs take in the dataset; whom they concern is another question. */
  async listOf(id: string): Promise<DataPolicyView[]> {
    const parts = partsOf(id, '/params/id');
    const rows = await this.policies.rows('data');
    return rows.filter(({ name, owner, policy }) => policy.data && compileDataPolicy({ name, owner, rule: policy.data })?.dataset(parts)).map(toDataPolicyView);
  }

  async get(name: string): Promise<DataPolicyView> {
    return toDataPolicyView(await this.row(name));
  }

  async getGateway(name: string, caller: Caller): Promise<GatewayPolicy> {
    await this.decisions.require(caller.id, 'get', `${OWN_PATH}/${name}`);
    return toGatewayPolicy(await this.row(name));
  }

  async delete(name: string, by: string): Promise<GatewayPolicy> {
    return toGatewayPolicy(await this.policies.delete(name, by, 'data'));
  }

  /** The flat form of the REST clients, or the resource form of the gateway's; checked like the manifest form. */
  async put(name: string | null | undefined, body: Record<string, unknown>, by: string): Promise<PolicyRow> {
    const nested = (body['policy'] as { data?: Record<string, unknown> } | undefined)?.data;
    const at = nested ? '/body/policy/data' : '/body';
    const parsed = DataRule.safeParse(nested ?? body);
    const errors = parsed.success ? [] : faultsOf(parsed.error, at);
    if (!name) errors.push({ pointer: '/body/name', message: 'a name is needed' });
    else if (!/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(name)) errors.push({ pointer: '/body/name', message: 'letters, digits, dot, dash, underscore, colon' });
    if (!parsed.success || !name || errors.length > 0) {
      throw new DomainError(ValidationFailed, 'The data policy does not fit; send it as JSON, a form loses its nested parts.', { errors: errors.slice(0, 50) });
    }
    await this.policies.put(name, { layer: 'user', ...(parsed.data.description ? { description: parsed.data.description } : {}), policy: { data: parsed.data } }, by);
    return this.row(name);
  }

  async decide(context: TableContext, caller: Caller): Promise<ClientDecision> {
    const parts = partsOf(context.id, '/body/id');
    const columns = context.columns?.map(({ data_type, name, tags, type }) => ({ name, ...(data_type ?? type ? { type: data_type ?? type ?? '' } : {}), ...(tags ? { tags } : {}) }));
    const input = columns ? { address: formatAddress(parts), columns, ...(context.tags ? { tags: context.tags } : {}) } : await this.contexts.of(parts);
    return clientForm(await this.ask(input, caller, context.userId || undefined));
  }

  async decideDataset(parts: { depot: string; collection: string; dataset: string }, caller: Caller): Promise<ClientDecision> {
    return clientForm(await this.ask(await this.contexts.of(parts), caller));
  }

  async decideGateway(parts: { depot: string; collection: string; dataset: string }, caller: Caller): Promise<GatewayDecision> {
    return gatewayForm(await this.ask(await this.contexts.of(parts), caller));
  }

  private async ask(input: TableInput, caller: Caller, user?: string): Promise<Decided> {
    const answer = await this.decisions.decideData(caller.id, { ...(user ? { subject: { user } } : {}), tables: [input] });
    const table = answer.tables[0];
    const subject = await this.identities.ofUser(answer.subject);
    if (!table || !subject) throw new DomainError(DependencyUnavailable, 'The decision could not be formed.', { service: 'heimdall' });
    if (!table.allow) throw new DomainError(PolicyDenied, table.reason ?? `${answer.subject} may not read ${input.address}.`, { decision: answer.decision, policies: table.policies.map(({ name }) => name), ask: table.ask ?? [] });
    const names = [...table.masks, ...table.filters].map(({ policy }) => policy);
    const rows = names.length === 0 ? [] : await this.policies.byNames(names);
    const named = new Map(rows.map((row) => [row.name, { owner: row.owner, priority: row.policy.data?.priority ?? 100 }]));
    return { id: answer.decision, user: { id: subject.id, tags: [...subject.tags] }, table, input, named };
  }

  private async row(name: string): Promise<PolicyRow> {
    const row = await this.policies.row(name);
    if (row.kind !== 'data') throw new DomainError(NotFound, `There is no data policy ${name}.`);
    return row;
  }
}

function partsOf(id: string, pointer: string): { depot: string; collection: string; dataset: string } {
  const address = parseAddress(id);
  const [depot, collection, ...rest] = address ? [address.depot, address.collection, address.dataset] : id.split('.');
  const dataset = rest.filter((part) => part !== undefined).join('.');
  if (depot && collection && dataset) return { depot, collection, dataset };
  throw new DomainError(ValidationFailed, `${id} names no dataset; write depot.collection.dataset.`, { errors: [{ pointer, message: 'must be depot.collection.dataset' }] });
}

const maskOf = ({ config, operator }: TableDecision['masks'][number]): { operator: string } & Record<string, unknown> => ({ ...emptyMask, operator, [operator]: config, supported_data_types: null });

/** Conditions as the clients know them. Where no row may pass they get two that contradict each other, as they know no other way to say it. */
function conditions(table: TableDecision): { column: string; operator: string; value: string | null }[] {
  return table.filters.flatMap(({ column, operator, value }): { column: string; operator: string; value: string | null }[] => (operator === 'never'
    ? [{ column, operator: 'equals', value: '' }, { column, operator: 'not_equals', value: '' }]
    : [{ column, operator, value: value === undefined ? null : String(value) }]));
}

function filterOf({ named, table }: Decided): { name: string; owner: string; priority: number; filters: ReturnType<typeof conditions> } | null {
  if (table.filters.length === 0) return null;
  const names = [...new Set(table.filters.map(({ policy }) => policy))];
  const known = names.map((name) => named.get(name));
  return { name: names.join(','), owner: known[0]?.owner ?? '', priority: Math.min(...known.map((one) => one?.priority ?? 100)), filters: conditions(table) };
}

function clientForm(decided: Decided): ClientDecision {
  const { id, input, named, table, user } = decided;
  const address = parseAddress(table.address);
  const dotted = address ? [address.depot, address.collection, address.dataset].join('.') : table.address;
  const columns = input.columns.map(({ name, tags, type }) => ({ name, data_type: type ?? '', tags: tags ?? [] }));
  const described = { id: dotted, tags: input.tags ?? [], columns };
  const filter = filterOf(decided);
  return {
    ...described, table: described, user: { ...user, data: null }, decision: id,
    masks: Object.fromEntries(table.masks.map((mask) => [mask.column, { name: mask.policy, owner: named.get(mask.policy)?.owner ?? '', mask: { ...maskOf(mask), passThrough: null } }])),
    filter: filter && { name: filter.name, owner: filter.owner, filters: filter.filters },
  };
}

function gatewayForm(decided: Decided): GatewayDecision {
  const { id, named, table, user } = decided;
  return {
    user: { match: null, name: user.id, tags: user.tags }, decision: id, filter: filterOf(decided),
    masks: Object.fromEntries(table.masks.map((mask) => {
      const known = named.get(mask.policy);
      return [mask.column, { name: mask.policy, owner: known?.owner ?? '', priority: known?.priority ?? 100, mask: { ...maskOf(mask), supportedDataTypes: null } }];
    })),
  };
}
