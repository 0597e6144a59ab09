import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { DatabaseLost, DatabaseUnfit } from '../../db/engine/sessions/unavailable.ts';

export interface Health {
  /** From the last second's look; asking costs nothing and can be as frequent as anyone likes. */
  check(): Promise<Condition>;
  /** From now on not ready, so that no balancer sends anything new. */
  drain(): void;
}

export type Condition =
  { readonly status: 'ready' } | { readonly status: 'not ready'; readonly reason?: string };

export interface HealthOptions {
  /** Rejects with what is missing for the program to do its work. */
  readonly assertReady: () => Promise<void>;
  readonly log: Logger;
}

/** Balancers ask every few seconds, strangers as often as they can: the database is asked once a second at most (ms). */
const freshMs = 1_000;

export function createHealth({ assertReady, log }: HealthOptions): Health {
  let isDraining = false;
  let wasReady = true;
  let last: { readonly at: number; readonly condition: Promise<Condition> } | null = null;

  async function look(): Promise<Condition> {
    try {
      await assertReady();
      if (!wasReady) log.info('ready again');
      wasReady = true;
      return { status: 'ready' };
    } catch (error) {
      if (wasReady) log.warn({ err: error }, 'not ready');
      wasReady = false;
      // Only sentences of ours: what PostgreSQL says may name things that are no one's business.
      const isOurs = error instanceof DatabaseUnfit || error instanceof DatabaseLost;
      return { status: 'not ready', ...(isOurs ? { reason: error.message } : {}) };
    }
  }

  return {
    drain: () => (isDraining = true),
    check() {
      if (isDraining) return Promise.resolve({ status: 'not ready', reason: 'The program is stopping.' });
      if (last === null || performance.now() - last.at > freshMs) {
        last = { at: performance.now(), condition: look() };
      }
      return last.condition;
    },
  };
}

/** For load balancers and supervisors. None of it tells anything about tenants. */
export function registerHealth(http: FastifyInstance, health: Pick<Health, 'check'>): void {
  http.get('/healthz', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const condition = await health.check();
    return await reply.code(condition.status === 'ready' ? 200 : 503).send(condition);
  });
}
