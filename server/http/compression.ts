import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** For `cache-control`: no one on the way may change the encoding either (RFC 9111, 5.2.2.6). */
export const asItIs = 'no-store, no-transform';

/** Below one network packet's payload, in bytes, compressing saves nothing. */
const smallestBytes = 1_400;

/**
 * Answers compressed as the client asks for it. Not those that say `no-transform`, not files that lie compressed beside
 * themselves, and not event streams, which are written past Fastify: each event would wait for the compressor's next block.
 */
export async function compressAnswers(http: FastifyInstance): Promise<void> {
  http.addHook('onSend', (request, reply, _payload, done) => {
    const cacheControl = reply.getHeader('cache-control');
    // As the library asks for it.
    if (typeof cacheControl === 'string' && cacheControl.includes('no-transform')) {
      request.headers['x-no-compression'] = '1';
    }
    done();
  });
  await http.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: smallestBytes,
    // Compressed requests are refused (bodies.ts).
    globalDecompression: false,
  });
}
