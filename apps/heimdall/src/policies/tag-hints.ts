import type { PolicyDraft, PolicyHint } from '@dataos/contracts-heimdall';

/**
 * Column tags of a draft that nothing bears but something nearly does: the case of a tag counts, and a policy for `pii.email`
 * leaves the columns tagged `PII.Email` as they are.
 */
export function tagHints({ put }: PolicyDraft, known: readonly string[]): PolicyHint[] {
  const exact = new Set(known);
  const near = Map.groupBy(exact, essence);
  return Object.entries(put).flatMap(([policy, { policy: { data } }]) => (data?.selector.column?.tags ?? []).flatMap((tag, at) => {
    const meant = exact.has(tag) ? undefined : near.get(essence(tag));
    if (meant === undefined) return [];
    return [{ policy, pointer: `/policy/data/selector/column/tags/${at}`, message: `no column is known with the tag ${tag}, but with ${meant.sort().join(' and ')}: tags are compared letter by letter` }];
  }));
}

const essence = (tag: string): string => tag.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
