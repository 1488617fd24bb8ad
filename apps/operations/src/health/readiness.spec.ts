import { describe, expect, it } from '@jest/globals';
import { healthFrom } from './readiness.js';

const asked = { name: 'metis', latencyMs: 4, checkedAt: '2026-01-01T00:00:00.000Z' };
const ready = { status: 'ready', service: 'metis', version: '0.1.0', startedAt: '2026-01-01T00:00:00.000Z', dependencies: { database: { ok: true, ms: 1 } } };

describe('the health of a service', () => {
  it('is its own account, with dependencies by name', () => {
    expect(healthFrom(asked, 200, ready)).toEqual({ ...asked, status: 'ready', version: '0.1.0', startedAt: ready.startedAt, dependencies: ready.dependencies });
  });

  it('names what is missing', () => {
    const dependencies = { database: { ok: false, ms: 1, message: 'refused' }, events: { ok: true, ms: 1 } };
    expect(healthFrom(asked, 503, { ...ready, status: 'not-ready', dependencies })).toMatchObject({ status: 'not-ready', message: 'database: refused' });
    expect(healthFrom(asked, 503, { ...ready, status: 'not-ready' })).toMatchObject({ message: 'it is being stopped' });
  });

  it.each([undefined, {}, 'ok', { status: 'fine' }])('is not taken from %j', (body) => {
    expect(healthFrom(asked, 200, body)).toMatchObject({ status: 'unreachable', dependencies: {}, message: expect.stringContaining('200') as unknown });
  });
});
