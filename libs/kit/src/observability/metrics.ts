import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const ANSWER_MS = 3_000;
/** prom-client watches the event loop with a timer that wakes an idle process a hundred times a second; what it sees so is not kept. */
const [SELDOM_MS, SEEN] = [60_000, /^nodejs_eventloop_lag_(?!seconds)/] as const;

/** The few metrics every service has, in Prometheus' text format at `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  readonly requestDuration: Histogram<'method' | 'route' | 'status'>;
  readonly eventsHandled: Counter<'type' | 'outcome'>;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: SELDOM_MS });
    for (const { name } of this.registry.getMetricsAsArray()) if (SEEN.test(name)) this.registry.removeSingleMetric(name);
    new Counter({
      name: 'nodejs_eventloop_active_seconds_total', help: 'Time in which the event loop had something to do; its rate is the share of one core at most', registers: [this.registry],
      collect() {
        this.reset();
        this.inc(performance.eventLoopUtilization().active / 1_000);
      },
    });
    this.requestDuration = new Histogram({
      name: 'http_request_duration_seconds', help: 'Duration of HTTP requests', labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.025, 0.1, 0.5, 2, 10], registers: [this.registry],
    });
    this.eventsHandled = new Counter({
      name: 'events_handled_total', help: 'Events by outcome: done, duplicate, failed (tried again), parked', labelNames: ['type', 'outcome'], registers: [this.registry],
    });
  }

  /** A gauge that is asked for at each scrape; where the answer fails or is late, it is absent rather than old. */
  watch({ name, help, labels = [] }: { name: string; help: string; labels?: string[] }, ask: () => Promise<readonly { value: number; labels?: Record<string, string> }[]>): void {
    this.registry.removeSingleMetric(name);
    new Gauge({
      name, help, labelNames: labels, registers: [this.registry],
      async collect() {
        this.reset();
        const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), ANSWER_MS).unref());
        const values = await Promise.race([ask(), late]).catch(() => []);
        // Without labels, reset leaves a nought that nobody measured.
        if (values.length === 0 && labels.length === 0) this.remove();
        for (const each of values) this.set(each.labels ?? {}, each.value);
      },
    });
  }
}
