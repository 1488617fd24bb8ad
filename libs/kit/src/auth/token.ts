import type { IncomingHttpHeaders } from 'node:http';

/** The token of a request: `apikey: …`, `Authorization: Bearer …`, or the password of `Authorization: Basic …`. */
export function tokenOf(headers: IncomingHttpHeaders): string | undefined {
  const apikey = headers['apikey'];
  if (typeof apikey === 'string' && apikey !== '') return apikey;
  const [scheme, value] = (headers.authorization ?? '').split(/\s+/, 2);
  if (value === undefined || value === '') return undefined;
  if (scheme?.toLowerCase() === 'bearer') return value;
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const password = Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  return password === '' ? undefined : password;
}
