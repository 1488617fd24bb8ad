import type { PolicyDraft } from '@dataos/contracts-heimdall';
import type { Checked } from './manifest.js';

/** The policies in manifests, members of bundles included, as heimdall tries them beside those in force; `undefined` where there are none. */
export function policyDraftOf(all: readonly Checked[]): PolicyDraft | undefined {
  const policies = all.flatMap(policiesIn);
  if (policies.length === 0) return undefined;
  return { put: Object.fromEntries(policies.map(({ manifest, name }) => [name, { layer: 'user', policy: manifest['policy'] }])) as PolicyDraft['put'], delete: [] };
}

const policiesIn = (checked: Checked): Checked[] => (checked.type === 'policy' ? [checked] : checked.members.flatMap((member) => policiesIn(member.checked)));
