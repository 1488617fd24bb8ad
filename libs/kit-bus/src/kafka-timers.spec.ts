import { afterEach, expect, it } from '@jest/globals';
import { type RequestQueue, RequestQueues } from './kafka-timers.js';

/** What the tests need of the rest of the class. */
type Queue = RequestQueue & { throttleCheckTimeoutId: NodeJS.Timeout | null; inflight: Map<number, unknown>; push(request: object): void; fulfillRequest(answer: object): void; destroy(): void };

const logger = { debug: () => undefined, warn: () => undefined };
let queue: Queue;
const open = (): Queue => (queue = new RequestQueues({ maxInFlightRequests: 1, requestTimeout: 1_000, enforceRequestTimeout: false, clientId: 'c', broker: 'b', logger }) as Queue);
const request = (correlationId: number, sent: number[]) => ({
  entry: { correlationId, resolve: () => undefined, reject: () => undefined, apiKey: 0, apiName: 'x', apiVersion: 0 }, expectResponse: true, sendRequest: () => sent.push(correlationId),
});
afterEach(() => queue.destroy());

it('a connection over which nothing waits to be sent has no timer', () => {
  const sent: number[] = [];
  open().push(request(1, sent));
  queue.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
  expect([sent, queue.throttleCheckTimeoutId]).toEqual([[1], null]);
});

it('what waits for its turn is sent when it comes, and looked after until then', () => {
  const sent: number[] = [];
  const both = open();
  for (const id of [1, 2]) both.push(request(id, sent));
  expect([both.inflight.size, both.pending.length, both.throttleCheckTimeoutId === null]).toEqual([1, 1, false]);
  both.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
  expect([sent, both.inflight.size, both.pending.length]).toEqual([[1, 2], 1, 0]);
});
