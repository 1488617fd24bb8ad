import { faultsOf, type FieldFault } from '@dataos/contracts-core';
import { datagenStack } from './datagen/datagen.stack.js';
import { flareStack } from './flare/flare.stack.js';
import { scannerStack } from './scanner/scanner.stack.js';
import { JobFailure, type Stack } from './stack.js';

const stacks: readonly Stack[] = [datagenStack as unknown as Stack, flareStack as unknown as Stack, scannerStack as unknown as Stack];

/** The stacks this build can run, as `name:version`. */
export const knownStacks = (): string[] => stacks.flatMap((stack) => stack.versions.map((version) => `${stack.name}:${version}`));

/** Finds a stack by `name[:version]`; without a version the newest. A flavour (`name+flavour`) is not run locally. */
export function findStack(reference: string): Stack | undefined {
  const [name, version] = reference.split(':');
  return stacks.find((stack) => stack.name === name && (version === undefined || stack.versions.includes(version)));
}

/** The faults of a job's stack and `stackSpec`; empty when this build can run it. */
export function checkStackSpec(reference: string, stackSpec: unknown): FieldFault[] {
  const stack = findStack(reference);
  if (stack === undefined) return [{ pointer: '/stack', message: `the stack "${reference}" is not available here; known: ${knownStacks().join(', ')}` }];
  const parsed = stack.schema.safeParse(stackSpec ?? {});
  return parsed.success ? [] : faultsOf(parsed.error, '/stackSpec');
}

/** Parses the spec for its stack or throws with every fault and its pointer. */
export function prepareStack(reference: string, stackSpec: unknown): { stack: Stack; spec: unknown } {
  const faults = checkStackSpec(reference, stackSpec);
  const stack = findStack(reference);
  if (stack === undefined || faults.length > 0) {
    throw new JobFailure(`the job's specification is not valid: ${faults.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`);
  }
  return { stack, spec: stack.schema.parse(stackSpec ?? {}) };
}
