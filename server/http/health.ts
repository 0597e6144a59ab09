import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

export interface HealthOptions {
  /** Resolves when the program can do its work now; rejects with what is missing. */
  readonly isReady: () => Promise<void>;
  readonly gauges: Readonly<Record<string, Metric>>;
  /** They only grow, and start again with the process. */
  readonly counters: Readonly<Record<string, Metric>>;
}

interface Metric {
  readonly help: string;
  readonly read: () => number;
}

/** For load balancers and Prometheus. None of it tells anything about tenants. */
export function registerHealth(http: FastifyInstance, { isReady, gauges, counters }: HealthOptions): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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

  http.get('/healthz', () => ({ status: 'ok' }));
  http.get('/readyz', async (request, reply) => {
    try {
      await isReady();
      return { status: 'ready' };
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      return await reply.code(503).send({ status: 'not ready' });
    }
  });
  http.get('/metrics', async (_request, reply) => {
    return await reply.type(registry.contentType).send(await registry.metrics());
  });
}
