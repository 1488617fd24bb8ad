import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The few metrics every service has, in Prometheus' text format at `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  readonly requestDuration: Histogram<'method' | 'route' | 'status'>;
  readonly outboxDepth: Gauge;
  readonly eventsHandled: Counter<'type' | 'outcome'>;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.requestDuration = new Histogram({
      name: 'http_request_duration_seconds', help: 'Duration of HTTP requests', labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.025, 0.1, 0.5, 2, 10], registers: [this.registry],
    });
    this.outboxDepth = new Gauge({ name: 'outbox_depth', help: 'Events written but not yet published', registers: [this.registry] });
    this.eventsHandled = new Counter({
      name: 'events_handled_total', help: 'Events by outcome: done, duplicate, retried, dead', labelNames: ['type', 'outcome'], registers: [this.registry],
    });
  }
}
