import { format } from 'node:util';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config/config.ts';
import { toLoggedError } from './logged-error.ts';
import { toTerminalLine } from './terminal-line.ts';

/** Whatever is logged by mistake under these names is not written down. */
const secretPaths = [
  'authorization',
  'cookie',
  'clientSecret',
  'privateKeyPem',
  'pfxBase64',
  'pfxPassword',
  'payload',
  'headers',
  'rawPacket',
].flatMap((path) => [path, `*.${path}`, `*.*.${path}`]);

/** For a person at a terminal words, for everything else that reads stderr one JSON line per event. */
function stderr(): DestinationStream {
  if (!process.stderr.isTTY) return pino.destination(2);
  return { write: (line) => void process.stderr.write(toTerminalLine(line)) };
}

/** Goes to stderr: stdout belongs to what the program prints for people. */
export function createLog(level: LogLevel, destination: DestinationStream = stderr()): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: secretPaths, censor: '[redacted]' },
      serializers: { err: toLoggedError, error: toLoggedError },
    },
    destination,
  );
}

/** Libraries write to the console, and Node writes warnings: from now on as lines of the log. */
export function takeOverConsole(log: Logger): Disposable {
  const { error, warn } = console;
  const line = (values: readonly unknown[]) => format(...values.map(withoutDetails));
  console.error = (...values: unknown[]) => log.error({ from: 'console' }, line(values));
  console.warn = (...values: unknown[]) => log.warn({ from: 'console' }, line(values));
  const printers = process.listeners('warning');
  const onWarning = ({ name, message }: Error) => log.warn({ from: 'node' }, `${name}: ${message}`);
  process.removeAllListeners('warning').on('warning', onWarning);
  return {
    [Symbol.dispose]() {
      Object.assign(console, { error, warn });
      process.off('warning', onWarning);
      for (const printer of printers) process.on('warning', printer);
    },
  };
}

function withoutDetails(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { type, message, stack } = toLoggedError(value);
  return stack ?? `${type}: ${message}`;
}
