import { createRequire } from 'node:module';

/** The part of kafkajs' queue of requests to one broker that is looked at here; it is not typed by kafkajs. */
export interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}
type Class = (new (options: object) => RequestQueue) & { readonly prototype: RequestQueue };

export const RequestQueues = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as Class;
const schedule = RequestQueues.prototype.scheduleCheckPendingRequests;

/**
 * kafkajs 2.2.4, its last release, looks after each answer whether a request waits to be sent, and a millisecond later again, for ever: two
 * idle connections cost a twentieth of a processor. Where nothing waits there is nothing to look after; what comes to wait looks by itself.
 */
RequestQueues.prototype.scheduleCheckPendingRequests = function scheduleWherePending(this: RequestQueue): void {
  if (this.pending.length > 0) schedule.call(this);
};
