import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { depotApi } from '@dataos/contracts-depot';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { metisApi } from '@dataos/contracts-metis';
import { minervaApi } from '@dataos/contracts-minerva';
import { odinApi } from '@dataos/contracts-odin';
import { operationsApi } from '@dataos/contracts-operations';
import { porosApi } from '@dataos/contracts-poros';
import { serviceNames } from '../local/services.ts';
import type { ServiceName } from '../local/services.ts';
import { allowedCalls } from './call-graph.ts';
import type { Call, DoorPolicy } from './call-graph.ts';
import { callsInCode } from './code-calls.ts';
import type { CodeCall, SourceFile } from './code-calls.ts';

export const root = path.resolve(import.meta.dirname, '../..');

const contracts = [heimdallApi, depotApi, metisApi, odinApi, minervaApi, porosApi, operationsApi];

/** The calls that heimdall's own policies allow: read from its source, as the one place that lists them. */
export async function callsAllowed(): Promise<Call[]> {
  const file = path.join(root, 'apps/heimdall/src/policies/system-policies.ts');
  const { SYSTEM_POLICIES } = await import(pathToFileURL(file).href) as { SYSTEM_POLICIES: readonly DoorPolicy[] };
  return allowedCalls(SYSTEM_POLICIES, contracts);
}

/** A service's source without its tests. */
export function sourceOf(service: ServiceName): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z', `apps/${service}/src`], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

export const callsMade = (): CodeCall[] => serviceNames.flatMap((service) => callsInCode(service, sourceOf(service)));

export const policyFile = (service: ServiceName): string => path.join(root, 'k8s/base', service, 'network-policy.yaml');
