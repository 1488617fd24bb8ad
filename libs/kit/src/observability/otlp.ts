import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { TracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace';
import type { Tracer } from './trace.js';

const kinds = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER };

/** Sends spans by OTLP over HTTP, in batches; a collector that does not answer delays nobody. */
export function otlpTracer(endpoint: string, service: string): Tracer {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 2_000 });
  const provider = new TracerProvider({ resource: resourceFromAttributes({ 'service.name': service }), spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: 2_000 })] });
  const tracer = provider.getTracer('@dataos/kit');
  return {
    start: (name, kind, parent) => {
      const [, traceId = '', spanId = '', flags = ''] = parent?.split('-') ?? [];
      const context = parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true });
      const span = tracer.startSpan(name, { kind: kinds[kind] }, context);
      const own = span.spanContext();
      return {
        traceparent: `00-${own.traceId}-${own.spanId}-${own.traceFlags.toString(16).padStart(2, '0')}`,
        end: (attributes = {}, failed = false) => {
          span.setAttributes(attributes);
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    close: () => provider.shutdown(),
  };
}
