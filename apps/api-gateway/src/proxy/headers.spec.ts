import { describe, expect, it } from '@jest/globals';
import { downstreamHeaders, upstreamHeaders } from './headers.js';

const from = { ip: '127.0.0.1', host: 'data.example', protocol: 'http' };

describe('headers through the gateway', () => {
  it('passes the client’s own headers on', () => {
    expect(upstreamHeaders({ apikey: 'k', 'x-trino-catalog': 'crm' }, from)).toMatchObject({ apikey: 'k', 'x-trino-catalog': 'crm' });
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'])('does not believe a client’s %s', (name) => {
    expect(upstreamHeaders({ [name]: 'evil' }, from)[name]).not.toBe('evil');
  });

  it.each(['connection', 'transfer-encoding', 'upgrade', 'te', 'host'])('keeps %s to its own connection', (name) => {
    expect(upstreamHeaders({ [name]: 'x' }, from)).not.toHaveProperty(name);
    expect(downstreamHeaders({ [name]: 'x' })).not.toHaveProperty(name);
  });

  it('drops what the Connection header names', () => {
    expect(upstreamHeaders({ connection: 'X-Secret-Hop, close', 'x-secret-hop': '1' }, from)).not.toHaveProperty('x-secret-hop');
  });
});
