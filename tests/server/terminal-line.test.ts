import { expect, it } from 'vitest';
import { createLog } from '../../server/log.ts';
import { toTerminalLine } from '../../server/terminal-line.ts';

/** What a person at a terminal reads of what `write` logs. */
function read(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(toTerminalLine(line)) }));
  return lines.join('').replace(/\d\d:\d\d:\d\d/g, 'hh:mm:ss');
}

it('is a sentence with its time and how bad it is, not JSON', () => {
  expect(read((log) => log.info('Server listening at http://127.0.0.1:4000'))).toBe(
    'hh:mm:ss info: Server listening at http://127.0.0.1:4000\n',
  );
  expect(read((log) => log.warn({ signal: 'SIGTERM' }, 'stopping'))).toBe(
    'hh:mm:ss warn: stopping {"signal":"SIGTERM"}\n',
  );
});

it('has where an error came from on lines of its own, and keeps out what the log keeps out', () => {
  const told = read((log) =>
    log.error({ err: new TypeError('no such field'), clientSecret: 'needle' }, 'background task failed'),
  );
  expect(told).toMatch(
    /^hh:mm:ss error: background task failed \{"clientSecret":"\[redacted\]"\}\nTypeError/,
  );
  expect(told).toContain('terminal-line.test.ts');
  expect(told).not.toContain('needle');
});
