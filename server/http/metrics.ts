import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

export interface Figures {
  readonly gauges: Readonly<Record<string, Figure>>;
  /** They only grow, and start again with the process. */
  readonly counters: Readonly<Record<string, Figure>>;
}

interface Figure {
  readonly help: string;
  readonly read: () => number;
}

/** For Prometheus: the process itself, and what its parts count. */
export function createMetrics({ gauges, counters }: Figures): Registry {
  const registry = new Registry();
  // The delay of the event loop is sampled so often (ms): the default of 10 is half of what an idle process does.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  for (const [name, { help, read }] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }
  for (const [name, { help, read }] of Object.entries(counters)) {
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }
  return registry;
}
