import { defineEvent, EventEnvelope } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Handler, isUnwanted, misfitOf } from './event-handlers.js';

const counted = defineEvent({ type: 'a.counted', version: 2, topic: 'dataos.a.v1', data: z.object({ count: z.number() }) });
const handler: Handler = { name: 'A.counted', event: counted, wants: ({ count }: { count: number }) => count > 0, together: false, run: async () => undefined };
const envelope = (data: unknown, dataversion = 2): EventEnvelope => EventEnvelope.parse({
  specversion: '1.0', id: '0199c0de-0000-7000-8000-000000000001', source: 'a', type: 'a.counted', subject: 'x', time: '2026-11-25T10:00:00.000Z', dataversion, datacontenttype: 'application/json', data,
});

describe('an event for a handler', () => {
  it.each([
    ['one it does nothing about', envelope({ count: 0 }), true, undefined], ['one it wants', envelope({ count: 1 }), false, undefined],
    ['an older one it wants', envelope({ count: 1 }, 1), false, undefined],
    // What is not understood is never passed over: it is parked, visibly.
    ['a newer one, whatever it says', envelope({ count: 0 }, 3), false, { newer: true, reason: '3, this service knows 2' }],
    ['one that cannot be read', envelope({ count: 'none' }), false, { newer: false, reason: expect.stringContaining('count') }],
  ])('%s', (_what, event, unwanted, misfit) => {
    expect(isUnwanted(handler, event)).toBe(unwanted);
    expect(misfitOf(handler, event)).toEqual(misfit);
  });
});
