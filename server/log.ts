import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config/config.ts';

/** Whatever is logged by mistake under these names is not written down. */
const secretPaths = [
  'authorization',
  'cookie',
  'clientSecret',
  'privateKeyPem',
  'pfxBase64',
  'pfxPassword',
  'payload',
  'req.headers.authorization',
  'req.headers.cookie',
  'headers.authorization',
  'headers.cookie',
].flatMap((path) => [path, `*.${path}`]);

/** One JSON line per event on stderr: stdout belongs to what the program prints for people. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, base: null, redact: { paths: secretPaths, censor: '[redacted]' } }, destination);
}
