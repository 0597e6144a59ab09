import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Fastify answers an error with its status. */
class UnreadableBody extends Error {
  constructor(
    readonly statusCode: 400 | 415,
    message: string,
  ) {
    super(message);
  }
}

/**
 * JSON bodies as RFC 8259 wants them: UTF-8. Windows PowerShell 5.1 sends ISO-8859-1 by default; decoded as what it is
 * not, a name would be stored with U+FFFD in it and a secret would be another one.
 */
export function readUtf8Bodies(http: FastifyInstance): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parse = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser(['application/json', 'text/plain']);
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const refusal = findCompression(request) ?? findForeignCharset(request);
    const text = refusal ?? decode(body as Buffer);
    if (text instanceof UnreadableBody) done(text);
    else void parse(request, text, done);
  });

  function decode(body: Buffer): string | UnreadableBody {
    try {
      return decoder.decode(body);
    } catch {
      const message = 'The body is not valid UTF-8. Encode it as UTF-8, which is what JSON is sent in.';
      return new UnreadableBody(400, message);
    }
  }
}

function findCompression({ headers }: FastifyRequest): UnreadableBody | null {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return null;
  return new UnreadableBody(415, 'The body is compressed (Content-Encoding). Send JSON as it is.');
}

function findForeignCharset({ headers }: FastifyRequest): UnreadableBody | null {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]+)"?/i.exec(headers['content-type'] ?? '') ?? [];
  if (/^utf-?8$/i.test(charset)) return null;
  return new UnreadableBody(415, 'The body declares a character set other than UTF-8. Send JSON as UTF-8.');
}
