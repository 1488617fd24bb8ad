import { type AccessControl, type Caller, type Client, DomainError, type FieldFault, NotFound, PolicyDenied, refusalOf } from '@dataos/contracts-core';
import { ExpectationBroken, type heimdallApi, type PolicyHint } from '@dataos/contracts-heimdall';
import {
  type ApplyAnswer, type ApplyResult, isWorkspaceType, ManifestInvalid, type Resource, RESOURCE_TYPES, resourceId, ResourceNeeded, ResourceNotFound, type Workspace,
} from '@dataos/contracts-poros';
import { ACCESS, CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { HEIMDALL, type PorosConfig } from '../config.js';
import { documentsOf } from '../manifests/documents.js';
import { type Checked, checkManifest } from '../manifests/manifest.js';
import { needs } from '../manifests/references.js';
import { policyDraftOf } from '../manifests/policy-draft.js';
import { rightsFor } from '../manifests/rights.js';
import { fingerprint, holdsPolicies, POLICIES_PATH, secretsIn } from '../manifests/secrets.js';
import type { ResourceRow } from './resource.entity.js';
import { ResourceStore } from './resource.store.js';
import { idOf, toView } from './resource.view.js';

interface Place { readonly type: string; readonly name: string; readonly workspace: string }
const builtIn = ['public', 'sandbox', 'system'];

/** Takes manifests in, tells of them, and lets them go. */
@Injectable()
export class ResourcesService {
  constructor(
    private readonly store: ResourceStore,
    @Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>,
    @Inject(ACCESS) private readonly access: AccessControl,
    @Inject(CONFIG) private readonly config: PorosConfig,
  ) {}

  /** Checks all documents, then stores all; a fault in one stores none. */
  async apply(body: unknown, caller: Caller, workspace: string | undefined): Promise<ApplyAnswer> {
    const checkings = this.check(body, workspace);
    for (const { checked } of checkings) await this.allow(checked, caller);
    const hints = await this.tryPolicies(checkings.map(({ checked }) => checked));
    // Secrets first: what is accepted must not lack the values, which are kept nowhere else.
    for (const call of checkings.flatMap(({ checked }) => secretsIn(checked, caller.id))) await this.heimdall.putSecret(call);
    const stored = await this.store.transaction(async (tx) => {
      const results = [];
      for (const { checked } of checkings) results.push(await this.store.put(tx, { checked, manifest: fingerprint(checked.manifest, this.config.SERVICE_APIKEY ?? 'poros'), owner: caller.id }));
      return results;
    });
    const bundles = await this.store.idsOf(stored.map(({ row }) => row.bundle));
    return { results: stored.map(({ outcome, row }, index) => {
      const bundle = bundles.get(row.bundle ?? '');
      const more = [...hints.flatMap(placed(checkings[index]!.checked, index)), ...(outcome === 'updated' && bundle !== undefined ? [putBack(index, bundle)] : [])];
      return { ...summary(checkings[index]!, more), outcome, generation: row.generation, resource: toView(row, bundle) };
    }) };
  }

  /** Policies that would break what any policy is expected to do are refused before anything is stored; what else is odd about them is told. */
  private async tryPolicies(all: readonly Checked[]): Promise<readonly PolicyHint[]> {
    const draft = policyDraftOf(all);
    if (draft === undefined) return [];
    const { broken, hints } = await this.heimdall.checkPolicies({ body: draft });
    const first = broken[0];
    if (first) throw new DomainError(ExpectationBroken, `${first.policy} expects that ${first.expectation}, but it would be ${first.got}.`, { broken });
    return hints;
  }

  async validate(body: unknown, workspace: string): Promise<ApplyAnswer> {
    const checkings = this.check(body, workspace);
    return { results: await Promise.all(checkings.map(async (checking) => ({ ...summary(checking), outcome: 'valid' as const, generation: (await this.store.findByKey(placeOf(checking.checked)))?.generation ?? 0 }))) };
  }

  async list(type: string, workspace: string | undefined, caller: Caller): Promise<Resource[]> {
    if (!(RESOURCE_TYPES as readonly string[]).includes(type)) throw new DomainError(NotFound, `There is no type ${type}; there are: ${RESOURCE_TYPES.join(', ')}.`);
    const rows = await this.store.list({ type, ...(workspace === undefined ? {} : { workspace }) });
    const bundles = await this.store.idsOf(rows.map(({ bundle }) => bundle));
    const policies = await this.seesPolicies(rows, caller);
    return rows.map((row) => toView(row, bundles.get(row.bundle ?? ''), { policies: policies || row.owner === caller.id }));
  }

  async get(place: Place, caller: Caller): Promise<Resource> {
    const row = await this.find(place);
    return toView(row, (await this.store.idsOf([row.bundle])).get(row.bundle ?? ''), { policies: await this.seesPolicies([row], caller) });
  }

  /** Heimdall tells policies only to whom policy lets see them; their manifests say the same. */
  private async seesPolicies(rows: readonly ResourceRow[], { token, ...principal }: Caller): Promise<boolean> {
    if (rows.every(({ manifest, owner }) => owner === principal.id || !holdsPolicies(manifest))) return true;
    return (await this.access.authorize({ token, principal, predicate: 'get', paths: [POLICIES_PATH] })).allow;
  }

  async find(place: Place): Promise<ResourceRow> {
    const row = await this.store.findByKey(place);
    if (row !== null) return row;
    const id = `${place.type}:${place.name}${place.workspace === '' ? '' : `:${place.workspace}`}`;
    throw new DomainError(ResourceNotFound, `There is no ${place.type} ${place.name}${place.workspace === '' ? '' : ` in the workspace ${place.workspace}`}.`, { id });
  }

  async delete(place: Place, force: boolean, caller: Caller): Promise<Resource> {
    const row = await this.find(place);
    if (row.deletingAt !== null) return toView(row, undefined, { policies: await this.seesPolicies([row], caller) });
    await this.allowPaths(rightsFor(row), 'delete', caller);
    const dependants = force ? [] : await this.dependantsOf(row);
    if (dependants.length > 0) {
      throw new DomainError(ResourceNeeded, `cannot delete resource, it is a dependency of '${dependants.join(',')}'`, { id: idOf(row), dependants });
    }
    return toView(await this.store.transaction((tx) => this.store.markDeleting(tx, row)));
  }

  async workspaces(): Promise<Workspace[]> {
    const used = (await this.store.list({})).map(({ workspace }) => workspace).filter((name) => name !== '');
    return [...new Set([...builtIn, ...used])].map((name) => {
      const layer = name === 'system' ? 'system' : 'user';
      const kind = builtIn.includes(name) ? 'dataos:type:workspace:default' : 'dataos:type:workspace';
      return { name, layer, tags: [...new Set(['dataos:type:workspace', kind, `dataos:layer:${layer}`, `dataos:workspace:${name}`])] };
    });
  }

  private check(body: unknown, workspace: string | undefined): { checked: Checked; warnings: FieldFault[] }[] {
    const checkings = documentsOf(body).map((document, index) => checkManifest(document, `/${index}`, workspace));
    const errors = checkings.length === 0 ? [{ pointer: '', message: 'there is no manifest' }] : checkings.flatMap(({ faults }) => faults);
    if (errors.length > 0) {
      const shown = errors.slice(0, 3).map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
      throw new DomainError(ManifestInvalid, `${errors.length} fault(s): ${shown}`, { errors });
    }
    return checkings.flatMap(({ checked, warnings }) => (checked === undefined ? [] : [{ checked, warnings }]));
  }

  /** Who else would miss it: what names it, the bundle that made it, and for a bundle whatever needs one of its members. */
  private async dependantsOf(row: ResourceRow): Promise<string[]> {
    const others = (await this.store.others(row.uid)).filter(({ deletingAt }) => deletingAt === null);
    const members = others.filter(({ bundle }) => bundle === row.uid);
    const outside = others.filter(({ bundle }) => bundle !== row.uid);
    const missed = outside.filter((other) => other.uid === row.bundle || [row, ...members].some((target) => needs(other.refs, target)));
    return missed.map(idOf).sort();
  }

  private async allow(checked: Checked, caller: Caller): Promise<void> {
    await this.allowPaths([...rightsFor(checked), ...checked.members.flatMap((member) => rightsFor(member.checked))], 'put', caller);
  }

  /** Whoever declares through Poros needs the right for each resource: a service that may everything must not lend it. */
  private async allowPaths(paths: readonly string[], predicate: string, { token, ...principal }: Caller): Promise<void> {
    for (const path of paths) {
      const decision = await this.access.authorize({ token, principal, predicate, paths: [path] });
      if (decision.allow) continue;
      throw new DomainError(PolicyDenied, decision.reason ?? `${principal.id} may not ${predicate} ${path}.`, refusalOf(decision));
    }
  }
}

const placeOf = ({ type, name, workspace }: Checked): Place => ({ type, name, workspace: isWorkspaceType(type) ? (workspace ?? '') : '' });

/** A hint at a policy as a warning about the document it stands in; inside a bundle the policy is named instead of its place. */
const placed = (checked: Checked, index: number) => ({ message, pointer, policy }: PolicyHint): FieldFault[] => {
  if (policyDraftOf([checked])?.put[policy] === undefined) return [];
  return [checked.type === 'policy' ? { pointer: `/${index}${pointer}`, message } : { pointer: `/${index}`, message: `policy ${policy}: ${message}` }];
};

/** Who changes what a bundle declares has it for a moment only, and should not have to find that out. */
const putBack = (index: number, bundle: string): FieldFault => ({ pointer: `/${index}`, message: `${bundle} declares this resource and will put it back as it was; change it there` });

function summary({ checked, warnings }: { checked: Checked; warnings: FieldFault[] }, more: readonly FieldFault[] = []): Omit<ApplyResult, 'outcome' | 'generation'> {
  const { type, version, name, workspace } = checked;
  return { id: resourceId(checked), type, version, name, ...(workspace === undefined ? {} : { workspace }), warnings: [...warnings, ...more] };
}
