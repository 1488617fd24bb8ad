/** PostgreSQL's error codes for a refused login, and ours for a refused key of an object store. */
const refused = new Set(['28P01', '28000', 'CredentialsRefused']);

/** What may be told of a failing source: the driver's message without the values of the secret (`hidden`) or anything that could be a credential. */
export function sourceFailure(error: unknown, hidden: readonly string[] = []): { credentials: boolean; message: string } {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' && message !== '' ? message : String(code ?? error);
  return { credentials: typeof code === 'string' && refused.has(code), message: scrub(hide(text, hidden)) };
}

/** Very short values cannot be cut out without telling them; then the whole message is withheld. */
function hide(text: string, hidden: readonly string[]): string {
  const told = hidden.filter((value) => value !== '' && text.includes(value)).sort((a, b) => b.length - a.length);
  if (told.some((value) => value.length < 3)) return 'its message is withheld, for it may hold a credential';
  return told.reduce((rest, value) => rest.replaceAll(value, '[hidden]'), text);
}

const scrub = (text: string): string => text
  .replaceAll(/\b[a-z][a-z0-9+]*:\/\/[^\s@/]*@/gi, (url) => `${url.slice(0, url.indexOf('://'))}://[hidden]@`)
  .replaceAll(/(password|secret|token|key)(\s*[=:]\s*)\S+/gi, '$1$2[hidden]')
  .slice(0, 500);
