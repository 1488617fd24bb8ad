import { isWorkspaceType, RESOURCE_TYPES, WORKSPACE_DEFAULT } from '@dataos/contracts-poros';
import { UsageError } from '../output/failure.js';

/** Refuses a type that no manifest can have. */
export function knownType(type: string): string {
  if ((RESOURCE_TYPES as readonly string[]).includes(type)) return type;
  throw new UsageError(`There is no resource type "${type}". Types: ${RESOURCE_TYPES.join(', ')}.`);
}

/** The workspace of a resource; none for those that belong to the whole instance. */
export function workspaceOf(type: string, given: string | undefined): string | undefined {
  if (isWorkspaceType(knownType(type))) return given ?? WORKSPACE_DEFAULT;
  if (given !== undefined) throw new UsageError(`A ${type} belongs to no workspace; leave out --workspace.`);
  return undefined;
}
