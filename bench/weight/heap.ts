import WebSocket from 'ws';

/** Bytes that are in use after a collection, asked of the process's inspector. */
export async function heapOf(inspector: string | null): Promise<number> {
  if (inspector === null) throw new Error('the process was not started with its inspector');
  const socket = new WebSocket(inspector);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let lastId = 0;
  const call = (method: string) =>
    new Promise<{ usedSize?: number }>((resolve) => {
      const id = (lastId += 1);
      const listen = (data: WebSocket.RawData) => {
        const answer = JSON.parse((data as Buffer).toString()) as {
          id?: number;
          result: { usedSize?: number };
        };
        if (answer.id !== id) return;
        socket.off('message', listen);
        resolve(answer.result);
      };
      socket.on('message', listen);
      socket.send(JSON.stringify({ id, method }));
    });
  // Twice: what the first collection finalizes, the second frees.
  await call('HeapProfiler.collectGarbage');
  await call('HeapProfiler.collectGarbage');
  const { usedSize = 0 } = await call('Runtime.getHeapUsage');
  socket.close();
  return usedSize;
}
