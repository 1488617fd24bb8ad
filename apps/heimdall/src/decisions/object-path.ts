/** A request's object in the one form that policies are compared with, or the reason why it cannot be judged. */
export type NormalPath = { readonly paths: readonly string[] } | { readonly refused: string };

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Brings an object path to normal form: query text cut off, percent escapes decoded once, repeated and trailing slashes
 * dropped, NFC. What could mean one thing here and another at the door (`..`, a backslash, control characters, double
 * escapes) is refused. An escaped slash stays one segment for the router but may be decoded later, so such a path is
 * judged in both readings and both must be allowed.
 */
export function normalPath(raw: string): NormalPath {
  const scheme = SCHEME.exec(raw)?.[0]?.toLowerCase() ?? '';
  const cut = raw.slice(scheme.length).split(/[?#]/, 1)[0] ?? '';
  const escapedSlash = /%2f/i.test(cut);
  let opaque: string;
  let open: string;
  try {
    opaque = cut.split(/%2f/i).map((part) => decodeURIComponent(part)).join('%2F');
    open = decodeURIComponent(cut);
  } catch {
    return { refused: 'the path has a broken percent escape' };
  }
  const fault = faultOf(scheme, open);
  if (fault) return { refused: fault };
  if (scheme === '' && !escapedSlash) return { paths: [tidy(open)] };
  if (scheme !== '') return { paths: [scheme + tidy(open).replace(/^\//, '')] };
  return { paths: [...new Set([tidy(opaque), tidy(open)])] };
}

function faultOf(scheme: string, path: string): string | undefined {
  if (path === '' && scheme === '') return 'the path is empty';
  if (CONTROL.test(path)) return 'the path has control characters';
  if (path.includes('\\')) return 'the path has a backslash';
  if (/%(?:2f|5c|2e|25|00)/i.test(path)) return 'the path is escaped twice';
  if (path.split(/[/:]/).some((part) => part === '..' || part === '.')) return 'the path has a . or .. segment';
  return undefined;
}

function tidy(path: string): string {
  const single = path.normalize('NFC').replaceAll(/\/{2,}/g, '/');
  return single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single;
}
