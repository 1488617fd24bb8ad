import type { Issuer } from './oidc.config.js';

/** Roles that a group gives only where the installation says so by name: a group somebody happened to call `operator` must not. */
const POWERFUL = new Set(['operator', 'service', 'system-dev']);

/** The tags that membership in these groups gives. */
export function tagsOfGroups(groups: readonly string[], issuer: Pick<Issuer, 'groups'>, roles: ReadonlySet<string>): string[] {
  const tags = groups.flatMap((group) => {
    const named = issuer.groups[group];
    if (named) return named;
    const role = group.toLowerCase();
    return roles.has(role) && !POWERFUL.has(role) ? [`roles:id:${role}`] : [];
  });
  // The tag of a single user is never a matter of groups.
  return [...new Set(tags)].filter((tag) => !tag.startsWith('users:')).sort();
}

/** A user id made of what the provider calls the person; only letters, digits and `._-` remain. */
export function idFrom(claims: { preferred_username?: unknown; email?: unknown; sub?: unknown }): string {
  const name = [claims.preferred_username, claims.email, claims.sub].find((text): text is string => typeof text === 'string' && text !== '') ?? '';
  return name.split('@')[0]?.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-').replaceAll(/^[^a-z0-9]+|-+$/g, '').slice(0, 48) || 'person';
}
