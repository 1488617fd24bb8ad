import type { IncomingHttpHeaders } from 'node:http';

/** Headers that belong to one connection (RFC 9110 §7.6.1) and are never passed on. */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'host', 'expect']);
/** Claims about the client that only this gateway may make. */
const claimed = new Set(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip']);

/** The headers for the service behind: what the client sent, less what is not its to say, and where it came from. */
export function upstreamHeaders(headers: IncomingHttpHeaders, from: { ip: string; host: string; protocol: string }): Record<string, string | string[]> {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !hopByHop.has(name) && !claimed.has(name) && !named.has(name));
  return {
    ...(Object.fromEntries(kept) as Record<string, string | string[]>),
    'x-forwarded-for': from.ip, 'x-forwarded-host': from.host, 'x-forwarded-proto': from.protocol,
  };
}

/** The headers of an answer, less those of the inner connection. */
export function downstreamHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !hopByHop.has(name))) as Record<string, string | string[]>;
}
