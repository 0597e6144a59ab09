import { startApp } from '../../../server/app.ts';
import { parseConfig } from '../../../server/config/config.ts';
import { createLog } from '../../../server/log.ts';
import type { DatabaseConnection } from '../../../db/engine/sessions/address.ts';

/**
 * The API in a process of its own, from whatever tree this file lies in: guards.test.ts starts it in copies that lack a
 * guard. Arguments: database connection and folder of the built web application, as JSON. Ends with its parent.
 */
const [connection, webRoot] = JSON.parse(process.argv[2] ?? '[]') as [DatabaseConnection, string];
const parsed = parseConfig({
  PORT: '0',
  DEMO: '0',
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
});
if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
/** The walk asks more often than any client would. */
const policy = {
  ...parsed.config.policy,
  viewerPerMinute: null,
  anonymousPerMinute: null,
  streamsPerViewer: 100_000,
};
const config = { ...parsed.config, policy, roles: new Set(['api'] as const) };

const app = await startApp({ config, connection, log: createLog('silent'), webRoot });
console.log(`listening on ${app.address?.port}`);
process.stdin.resume().once('end', () => {
  void app[Symbol.asyncDispose]();
});
