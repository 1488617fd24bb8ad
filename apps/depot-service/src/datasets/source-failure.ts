/** PostgreSQL's error codes for a refused login. */
const refused = new Set(['28P01', '28000']);

/** What may be told of a failing source: the driver's message without anything that could be a credential. */
export function sourceFailure(error: unknown): { credentials: boolean; message: string } {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' && message !== '' ? message : String(code ?? error);
  return { credentials: typeof code === 'string' && refused.has(code), message: scrub(text) };
}

const scrub = (text: string): string => text
  .replaceAll(/\b[a-z][a-z0-9+]*:\/\/[^\s@/]*@/gi, (url) => `${url.slice(0, url.indexOf('://'))}://[hidden]@`)
  .replaceAll(/(password|secret|token|key)(\s*[=:]\s*)\S+/gi, '$1$2[hidden]')
  .slice(0, 500);
