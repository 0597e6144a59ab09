import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import type * as AppModule from '../../../../server/app.ts';
import type * as ConfigModule from '../../../../server/config/config.ts';
import type * as LogModule from '../../../../server/log.ts';
import type { DatabaseConnection } from '../../../../db/engine/sessions/address.ts';
import type { Edit } from './guards.ts';

/**
 * The built API in a process of its own, without a guard: the files that `edits` name are loaded from their edited
 * sources. Arguments: database connection and edits, as JSON. Ends with its parent.
 */
const [connection, edits] = JSON.parse(process.argv[2] ?? '[]') as [DatabaseConnection, readonly Edit[]];
const root = new URL('../../../../', import.meta.url);
const builtUrl = (file: string) => new URL(`dist/${file.replace(/\.ts$/, '.js')}`, root).href;

const edited = new Map<string, string>();
for (const [file, find, replace] of edits) {
  const text = edited.get(file) ?? readFileSync(new URL(file, root), 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
  edited.set(file, text.replace(find, replace));
}
const sources = new Map(
  [...edited].map(([file, text]) => [
    builtUrl(file),
    stripTypeScriptTypes(text).replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"),
  ]),
);
const loaded = new Set<string>();
registerHooks({
  load(url, context, nextLoad) {
    const source = sources.get(url);
    if (source === undefined) return nextLoad(url, context);
    loaded.add(url);
    return { format: 'module', source, shortCircuit: true };
  },
});

const { startApp } = (await import(builtUrl('server/app.ts'))) as typeof AppModule;
const { parseConfig } = (await import(builtUrl('server/config/config.ts'))) as typeof ConfigModule;
const { createLog } = (await import(builtUrl('server/log.ts'))) as typeof LogModule;
if (loaded.size < sources.size) throw new Error('an edited file is not part of the program');

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
const webRoot = new URL('dist/web', root).pathname;

const app = await startApp({ config, connection, log: createLog('silent'), webRoot });
console.log(`listening on ${app.address?.port}`);
process.stdin.resume().once('end', () => {
  void app[Symbol.asyncDispose]();
});
