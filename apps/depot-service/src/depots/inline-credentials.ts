const TELLING = /pass(word|wd|phrase)|secretkey|privatekey|accesskey|accountkey|apikey|token$|credential|authorization|connectionsecret/i;
/** A login within a URL, or a credential within a connection string. */
const WITHIN = /:\/\/[^\s/@:]*:[^\s/@]+@|\b(?:password|passwd|pwd|secret|token)\s*=\s*\S/i;
const DEEPEST = 32;

/**
 * JSON pointers to the members of a declaration that look like credentials. A declaration is shown to everybody who may look
 * around, so credentials belong into secrets, which it only names. Nesting too deep to look through counts as a finding.
 */
export function inlineCredentials(value: unknown, pointer = '', depth = 0): string[] {
  if (depth > DEEPEST) return [pointer];
  if (typeof value === 'string') return WITHIN.test(value) ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return TELLING.test(key.replaceAll(/[-_.\s]/g, '')) && !isEmpty(member) ? [here] : inlineCredentials(member, here, depth + 1);
  });
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || typeof value === 'boolean' || (typeof value === 'object' && Object.keys(value).length === 0);
