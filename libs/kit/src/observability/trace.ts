import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

interface TraceContext { readonly traceparent: string }

const storage = new AsyncLocalStorage<TraceContext>();
const valid = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Continues a W3C trace (or begins one) for everything that `run` does, across awaits. */
export function withTrace<T>(traceparent: string | undefined, run: () => T): T {
  return storage.run({ traceparent: nextSpan(traceparent) }, run);
}

/** A `traceparent` of the same trace with a span of its own. */
export function nextSpan(traceparent: string | undefined): string {
  const trace = traceparent !== undefined && valid.test(traceparent) ? traceparent.slice(3, 35) : randomBytes(16).toString('hex');
  return `00-${trace}-${randomBytes(8).toString('hex')}-01`;
}

/** The `traceparent` to send along, if a trace runs. */
export const currentTraceparent = (): string | undefined => storage.getStore()?.traceparent;

/** The id by which one request is found in the logs of all services. */
export const currentTraceId = (): string | undefined => storage.getStore()?.traceparent.slice(3, 35);
