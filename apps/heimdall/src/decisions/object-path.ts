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
  return isNormal(raw) ? { paths: [raw] } : canonicalPath(raw);
}

/** The whole way; `normalPath` spares it to what is in normal form already. */
export function canonicalPath(raw: string): NormalPath {
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

/** Whether a path is certainly its own normal form: one look at each character, for the paths that come by the thousand. */
export function isNormal(path: string): boolean {
  const length = path.length;
  if (length === 0) return false;
  let at = lowerScheme(path);
  if (at > 0 && path.charCodeAt(at) === SLASH) return false;
  // A segment starts behind each `/` or `:`; `.` and `..` are told by their first character.
  let starts = true;
  for (; at < length; at += 1) {
    const code = path.charCodeAt(at);
    if (code < 0x21 || code > 0x7e || code === 0x23 || code === 0x25 || code === 0x3f || code === 0x5c) return false;
    if (starts && code === DOT) return false;
    starts = code === SLASH || code === COLON;
    if (code === SLASH && (path.charCodeAt(at + 1) === SLASH || (at + 1 === length && length > 1))) return false;
  }
  return true;
}

const [COLON, DOT, SLASH] = [0x3a, 0x2e, 0x2f];

/** Length of a leading `scheme://` in lower case, 0 where there is none. */
function lowerScheme(path: string): number {
  const first = path.charCodeAt(0);
  if (first < 0x61 || first > 0x7a) return 0;
  const end = path.indexOf('://');
  if (end < 0) return 0;
  for (let i = 1; i < end; i += 1) {
    const code = path.charCodeAt(i);
    if (!((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === DOT)) return 0;
  }
  return end + 3;
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
