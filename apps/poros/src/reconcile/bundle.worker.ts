import { isWorkspaceType } from '@dataos/contracts-poros';
import { Injectable } from '@nestjs/common';
import { checkManifest, type Member } from '../manifests/manifest.js';
import type { ResourceRow } from '../resources/resource.entity.js';
import { ResourceStore } from '../resources/resource.store.js';
import { idOf } from '../resources/resource.view.js';
import { planBundle, planRemoval } from './bundle-plan.js';
import type { Observation } from './state.js';
import { built, failed, waiting, type Worker } from './worker.js';

const AGAIN_MS = 2_000;

/** Declares the resources of a bundle, each once those it needs are as wanted, and takes them back in the reverse order. */
@Injectable()
export class BundleWorker implements Worker {
  readonly types = ['bundle'];

  constructor(private readonly store: ResourceStore) {}

  async reconcile(row: ResourceRow): Promise<Observation> {
    const members = membersOf(row);
    const rows = await this.rowsOf(members);
    const seen = new Map([...rows].map(([id, found]) => [id, found === undefined || found.bundle !== row.uid ? undefined : { state: found.state, deleting: found.deletingAt !== null }]));
    const { ready, waiting: held } = planBundle(members, seen);
    for (const { checked } of ready) {
      await this.store.transaction((tx) => this.store.put(tx, { checked, manifest: checked.manifest, owner: row.owner, bundle: row.uid }));
    }
    await this.dropOthers(row, members);
    return this.observe(members, held);
  }

  async remove(row: ResourceRow): Promise<Observation> {
    const rows = (await this.store.members(row.uid));
    const members = membersOf(row);
    const byKey = new Map(rows.map((member) => [keyOf(member), member]));
    const seen = new Map(members.map((member) => [member.id, stateOf(byKey.get(keyOf(member.checked)))]));
    const free = new Set(planRemoval(members, seen).map(({ checked }) => keyOf(checked)));
    const declared = new Set(members.map(({ checked }) => keyOf(checked)));
    for (const member of rows) {
      if (free.has(keyOf(member)) || !declared.has(keyOf(member))) await this.store.transaction((tx) => this.store.markDeleting(tx, member));
    }
    return rows.length === 0 ? built('removed') : waiting(`${rows.length} resources still to remove: ${rows.map(idOf).join(', ')}`, { againInMs: AGAIN_MS });
  }

  private async observe(members: readonly Member[], held: readonly { member: Member; reason: string }[]): Promise<Observation> {
    const rows = await this.rowsOf(members);
    const states = members.map(({ id }) => ({ id, state: rows.get(id)?.state }));
    const active = states.filter(({ state }) => state?.aggregate === 'active').length;
    const progress = { wanted: members.length, processed: active };
    const broken = states.filter(({ state }) => state?.aggregate === 'error');
    if (broken.length > 0) return failed(broken.map(({ id, state }) => `${id}: ${state?.info}`).join('; '), { ...progress, againInMs: AGAIN_MS });
    if (active === members.length) return built(`${active} resources are there`, progress);
    const reasons = held.map(({ member, reason }) => `${member.id} waits: ${reason}`);
    return waiting(reasons.join('; ') || `${active} of ${members.length} resources are there`, { ...progress, againInMs: AGAIN_MS });
  }

  private async rowsOf(members: readonly Member[]): Promise<Map<string, ResourceRow | undefined>> {
    const found = await Promise.all(members.map(async ({ id, checked }) => [id, (await this.store.findByKey({ ...checked, workspace: placeOf(checked) })) ?? undefined] as const));
    return new Map(found);
  }

  /** What an earlier generation declared and this one does not. */
  private async dropOthers(row: ResourceRow, members: readonly Member[]): Promise<void> {
    const declared = new Set(members.map(({ checked }) => keyOf(checked)));
    for (const other of await this.store.members(row.uid)) {
      if (!declared.has(keyOf(other))) await this.store.transaction((tx) => this.store.markDeleting(tx, other));
    }
  }
}

const placeOf = ({ type, workspace }: { type: string; workspace?: string | undefined }): string => (isWorkspaceType(type) ? (workspace ?? '') : '');
const keyOf = (resource: { type: string; name: string; workspace?: string | undefined }): string => `${resource.type} ${resource.name} ${placeOf(resource)}`;
const stateOf = (row: ResourceRow | undefined) => (row === undefined ? undefined : { state: row.state, deleting: row.deletingAt !== null });

/** The members as they were checked when the bundle was accepted. */
function membersOf({ manifest }: ResourceRow): readonly Member[] {
  const { checked, faults } = checkManifest(manifest);
  if (checked === undefined) throw new Error(`the stored manifest no longer fits: ${faults[0]?.pointer} ${faults[0]?.message}`);
  return checked.members;
}
