import { once } from 'node:events';
import { createServer } from 'node:http';

/** Some other host on the internet: it answers everything and remembers that it was asked. */
export interface Recorder extends AsyncDisposable {
  readonly origin: string;
  readonly received: readonly string[];
}

export async function createRecorder(): Promise<Recorder> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP address');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    received,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
