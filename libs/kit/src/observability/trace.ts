import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

interface TraceContext { readonly traceparent: string }

export type SpanKind = 'server' | 'consumer';

/** One stretch of work in a trace. */
export interface Span {
  /** What to send along, so that the next stretch hangs below this one. */
  readonly traceparent: string;
  end(attributes?: Record<string, string | number>, failed?: boolean): void;
}

/** Where spans go; the one in place tells nobody. */
export interface Tracer {
  start(name: string, kind: SpanKind, parent: string | undefined): Span;
  close(): Promise<void>;
}

const silent: Tracer = { start: (_name, _kind, parent) => ({ traceparent: nextSpan(parent), end: () => undefined }), close: () => Promise.resolve() };
let tracer = silent;

const storage = new AsyncLocalStorage<TraceContext>();
const valid = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** From now on spans are sent to an OpenTelemetry collector, where one is named; its client is loaded only then. */
export async function traceTo(endpoint: string | undefined, service: string): Promise<void> {
  if (endpoint !== undefined) tracer = (await import('./otlp.js')).otlpTracer(endpoint, service);
}

/** Sends what is left and traces in silence from now on. */
export async function endTracing(): Promise<void> {
  const last = tracer;
  tracer = silent;
  await last.close();
}

/** Begins a span of the trace that `traceparent` belongs to, or of a new one. Whoever begins it ends it. */
export const startSpan = (name: string, kind: SpanKind, traceparent: string | undefined): Span =>
  tracer.start(name, kind, traceparent !== undefined && valid.test(traceparent) ? traceparent : undefined);

/** Makes `span` the one that everything within `run` belongs to, across awaits. */
export const withinSpan = <T>({ traceparent }: Span, run: () => T): T => storage.run({ traceparent }, run);

/** Continues a W3C trace (or begins one) for the whole of `run`, as a span of this name. */
export async function withTrace<T>(traceparent: string | undefined, run: () => T | Promise<T>, name = 'work'): Promise<T> {
  const span = startSpan(name, 'consumer', traceparent);
  let failed = true;
  try {
    const result = await withinSpan(span, run);
    failed = false;
    return result;
  } finally {
    span.end({}, failed);
  }
}

/** 32 hexadecimal digits. Node makes many UUIDs at once, where random bytes are asked of the system each time. */
const randomHex = (): string => randomUUID().replaceAll('-', '');

/** A `traceparent` of the same trace with a span of its own. */
function nextSpan(traceparent: string | undefined): string {
  const trace = traceparent !== undefined && valid.test(traceparent) ? traceparent.slice(3, 35) : randomHex();
  return `00-${trace}-${randomHex().slice(-16)}-01`;
}

/** The `traceparent` to send along, if a trace runs. */
export const currentTraceparent = (): string | undefined => storage.getStore()?.traceparent;

/** The id by which one request is found in the logs of all services. */
export const currentTraceId = (): string | undefined => storage.getStore()?.traceparent.slice(3, 35);
