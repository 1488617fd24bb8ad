import type { FastifyRequest } from 'fastify';

const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/;

/** Where the client reaches us: as configured, else as the api-gateway tells (it drops what clients claim), else by Host. */
export function originOf({ headers, protocol }: Pick<FastifyRequest, 'headers' | 'protocol'>, configured?: string): string {
  if (configured !== undefined) return configured.replace(/\/+$/, '');
  const [forwardedHost, forwardedProto] = [headers['x-forwarded-host'], headers['x-forwarded-proto']];
  if (typeof forwardedHost === 'string' && HOST.test(forwardedHost)) return `${forwardedProto === 'https' ? 'https' : 'http'}://${forwardedHost}`;
  return `${protocol}://${HOST.test(headers.host ?? '') ? headers.host : 'localhost'}`;
}
