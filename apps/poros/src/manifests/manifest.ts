import { type FieldFault, faultsOf } from '@dataos/contracts-core';
import {
  type BundleMember, isWorkspaceType, RESOURCE_TYPES, ResourceName, ResourceType, WORKSPACE_DEFAULT, WorkspaceName,
} from '@dataos/contracts-poros';
import { z } from 'zod';
import { checkSchedule } from '../runs/schedule.js';
import { checkStackSpec } from '../stacks/stack.registry.js';
import { type GraphNode, graphFaults } from './graph.js';
import { BundleBlock, type DagJob, typeRules, type WorkflowBlock } from './type-schemas.js';
import { keyWarning, unknownKeys } from './unknown-keys.js';

/** A manifest that fits its type. */
export interface Checked {
  readonly type: ResourceType;
  readonly version: string;
  readonly name: string;
  readonly workspace?: string;
  /** As given, without what the platform decides (`owner`, `workspace`). */
  readonly manifest: Record<string, unknown>;
  /** The parsed type block. */
  readonly block: Record<string, unknown>;
  readonly members: readonly Member[];
}

/** A resource of a bundle. */
export interface Member extends GraphNode {
  readonly checked: Checked;
  readonly conditions: BundleMember['dependencyConditions'];
}

interface Findings { readonly faults: FieldFault[]; readonly warnings: FieldFault[] }
export interface Checking extends Findings { readonly checked?: Checked }

const Header = z.looseObject({
  name: ResourceName,
  version: z.string(),
  type: z.string(),
  tags: z.array(z.string().max(256)).max(256).nullish(),
  description: z.string().max(20_000).nullish(),
  owner: z.string().max(256).nullish(),
  layer: z.enum(['user', 'system', 'users']).nullish(),
  workspace: WorkspaceName.nullish(),
  title: z.string().nullish(),
  entity: z.string().nullish(),
  purpose: z.string().nullish(),
});

/** The key of the type block: the type, but the version for data products. */
export const blockKey = (type: string, version: string): string => (type === 'data' ? version : type);

/** Checks a manifest against its type; every fault is named by JSON pointer below `pointer`. */
export function checkManifest(value: unknown, pointer = '', workspace: string | undefined = undefined): Checking {
  const refuse = (...faults: FieldFault[]): Checking => ({ faults, warnings: [] });
  const typed = z.looseObject({ type: z.string() }).safeParse(value);
  if (!typed.success) return refuse(...faultsOf(typed.error, pointer));
  const type = ResourceType.safeParse(typed.data.type);
  if (!type.success) return refuse({ pointer: `${pointer}/type`, message: `the type "${typed.data.type}" is not supported here; supported: ${RESOURCE_TYPES.join(', ')}` });
  const header = Header.safeParse(value);
  const rule = typeRules[type.data];
  const version = String(typed.data['version']);
  const key = blockKey(type.data, version);
  const block = rule.block.safeParse(typed.data[key]);
  const name = rule.name?.safeParse(typed.data['name']);
  const faults = [
    ...(header.success ? [] : faultsOf(header.error, pointer)),
    ...(rule.versions.includes(version) ? [] : [{ pointer: `${pointer}/version`, message: `${type.data} has no version "${version}"; supported: ${rule.versions.join(', ')}` }]),
    ...(name === undefined || name.success ? [] : faultsOf(name.error, `${pointer}/name`)),
    ...(block.success || !rule.versions.includes(version) ? [] : faultsOf(block.error, `${pointer}/${key}`)),
  ];
  if (!header.success || !block.success || faults.length > 0) return refuse(...faults);
  const place = isWorkspaceType(type.data) ? (header.data.workspace ?? workspace ?? WORKSPACE_DEFAULT) : undefined;
  const { owner: _owner, workspace: _workspace, ...manifest } = value as Record<string, unknown>;
  const checked = { type: type.data, version, name: header.data.name, ...(place === undefined ? {} : { workspace: place }), manifest, block: block.data as Record<string, unknown> };
  const inner = checkBlock(checked, `${pointer}/${key}`, workspace);
  const warnings = [...headerWarnings(manifest, key, pointer), ...(rule.open ? [] : unknownKeys(rule.block, manifest[key], `${pointer}/${key}`)), ...inner.warnings];
  return inner.faults.length > 0 ? { faults: inner.faults, warnings } : { checked: { ...checked, members: inner.members }, faults: [], warnings };
}

const headerWarnings = (manifest: Record<string, unknown>, block: string, pointer: string): FieldFault[] =>
  Object.keys(manifest).filter((key) => key !== block && !Object.hasOwn(Header.shape, key)).map((key) => keyWarning(`${pointer}/${key}`));

function checkBlock({ type, block }: Pick<Checked, 'type' | 'block'>, pointer: string, workspace: string | undefined): Findings & { members: Member[] } {
  if (type === 'workflow') return { faults: workflowFaults(block as WorkflowBlock, pointer), warnings: [], members: [] };
  if (type === 'bundle') return checkBundle(BundleBlock.parse(block).resources, `${pointer}/resources`, workspace);
  return { faults: [], warnings: [], members: [] };
}

export const dependenciesOf = ({ dependencies, dependency }: DagJob): string[] => dependencies ?? dependency ?? [];

function workflowFaults({ dag, schedule }: WorkflowBlock, pointer: string): FieldFault[] {
  const stacks = dag.flatMap((job, index) => checkStackSpec(job.spec.stack, job.spec.stackSpec).map((fault) => ({ ...fault, pointer: `${pointer}/dag/${index}/spec${fault.pointer}` })));
  const graph = graphFaults(dag.map((job) => ({ id: job.name, dependencies: dependenciesOf(job) })), `${pointer}/dag`);
  return [...stacks, ...graph, ...(schedule === undefined ? [] : checkSchedule(schedule, `${pointer}/schedule`))];
}

function checkBundle(resources: readonly BundleMember[], pointer: string, workspace: string | undefined): Findings & { members: Member[] } {
  const faults: FieldFault[] = [];
  const warnings: FieldFault[] = [];
  const members: Member[] = [];
  resources.forEach((member, index) => {
    const at = `${pointer}/${index}/${member.spec === undefined && member.resource !== undefined ? 'resource' : 'spec'}`;
    const manifest = member.spec ?? member.resource;
    if (manifest === undefined) return void faults.push({ pointer: at, message: 'the manifest of the member is missing; a `file` is read by the client, which sends its content as `spec`' });
    if (manifest['type'] === 'bundle') return void faults.push({ pointer: `${at}/type`, message: 'a bundle cannot hold a bundle' });
    const inner = checkManifest(manifest, at, member.workspace ?? workspace);
    faults.push(...inner.faults);
    warnings.push(...inner.warnings);
    const conditional = member.dependencyConditions.map(({ resourceId }) => resourceId);
    if (inner.checked !== undefined) members.push({ id: member.id, dependencies: [...new Set([...member.dependencies, ...conditional])], conditions: member.dependencyConditions, checked: inner.checked });
  });
  if (faults.length === 0) faults.push(...graphFaults(members, pointer), ...doubles(members, pointer));
  return { faults, warnings, members };
}

function doubles(members: readonly Member[], pointer: string): FieldFault[] {
  const keys = members.map(({ checked }) => `${checked.type} ${checked.name} ${checked.workspace ?? ''}`);
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [{ pointer: `${pointer}/${index}`, message: `declares the same resource as another member: ${key.trim()}` }] : []));
}
