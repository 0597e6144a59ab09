import { once } from 'node:events';
import { createServer } from 'node:net';

/** For a program that has to be told its port; someone else may take it in between, which a test then says. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * Refuses connections: privileged, and no service has it. A port that is only free now may be another test's the next
 * moment. (fetch itself refuses port 1.)
 */
export const refusingPort = 2;
