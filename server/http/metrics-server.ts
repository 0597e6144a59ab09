import type { AddressInfo } from 'node:net';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { MetricsAddress } from '../config/metrics-address.ts';
import { StartupError } from '../config/startup-error.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { registerHealth, type Health } from './health.ts';
import { createMetrics, type Figures } from './metrics.ts';
import { cutOffUnread, patience } from './patience.ts';

export interface MetricsServerOptions {
  readonly address: MetricsAddress;
  readonly health: Pick<Health, 'check'>;
  readonly figures: Figures;
  readonly log: Logger;
  /** As on the public port: METRICS_ADDRESS may be one that others reach. */
  readonly requestTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

export interface MetricsServer extends AsyncDisposable {
  /** null: the default address was taken. */
  readonly address: AddressInfo | null;
}

/**
 * Health and figures of this process, whatever its roles, on an address of their own: what counts sockets and requests is
 * not for whoever reaches the public port.
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { address, health, figures, log, requestTimeoutMs, answerTimeoutMs } = options;
  const http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    ...patience(requestTimeoutMs),
    clientErrorHandler: answerUnreadable,
  }) as unknown as FastifyInstance;
  cutOffUnread(http, answerTimeoutMs);
  const metrics = createMetrics(figures);
  registerHealth(http, health);
  http.get('/metrics', async (_request, reply) => {
    return await reply.type(metrics.contentType).send(await metrics.metrics());
  });
  const isListening = await listen(http, address, log);
  return {
    address: isListening ? (http.server.address() as AddressInfo) : null,
    [Symbol.asyncDispose]: () => http.close(),
  };
}

async function listen(
  http: FastifyInstance,
  { host, port, isDefault }: MetricsAddress,
  log: Logger,
): Promise<boolean> {
  try {
    await http.listen({ host, port });
    return true;
  } catch (error) {
    await http.close();
    const why =
      error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 'taken' : 'not usable';
    const sentence = `METRICS_ADDRESS: port ${port} on ${host} is ${why}.`;
    if (!isDefault) throw new StartupError(`${sentence} Set it to another.`, { cause: error });
    log.warn(`${sentence} This process has no /metrics; set METRICS_ADDRESS to give it one.`);
    return false;
  }
}
