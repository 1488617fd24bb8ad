/** Tools that know only a password carry the cluster in it: base64 of JSON with `token` and `cluster`. */
export const wrap = (token: string, cluster: string | undefined): string => Buffer.from(JSON.stringify({ token, ...(cluster === undefined ? {} : { cluster }) })).toString('base64');

/** What a password wraps; `undefined` for any other password. */
export function unwrap(password: string): { token: string; cluster?: string } | undefined {
  if (!/^eyJ[A-Za-z0-9+/=_-]+$/.test(password) || password.length > 16_384) return undefined;
  try {
    const { token, cluster } = JSON.parse(Buffer.from(password, 'base64').toString('utf8')) as { token?: unknown; cluster?: unknown };
    if (typeof token !== 'string' || token === '') return undefined;
    return { token, ...(typeof cluster === 'string' && /^[\w-]{1,64}$/.test(cluster) ? { cluster } : {}) };
  } catch {
    return undefined;
  }
}

type Headers = Record<string, string | string[] | undefined>;

/** Puts what a wrapped password holds where every other client sends it. */
export function unwrapHeaders(headers: Headers): void {
  const [scheme, value] = ([headers['authorization']].flat()[0] ?? '').split(/\s+/, 2);
  if (scheme?.toLowerCase() !== 'basic' || value === undefined) return;
  const [user = '', ...rest] = Buffer.from(value, 'base64').toString('utf8').split(':');
  const found = unwrap(rest.join(':'));
  if (found === undefined) return;
  headers['authorization'] = `Basic ${Buffer.from(`${user}:${found.token}`).toString('base64')}`;
  if (found.cluster !== undefined) headers['cluster-name'] ??= found.cluster;
}
