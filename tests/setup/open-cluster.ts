import { startEmbeddedPostgres } from '../../db/embedded/embedded.ts';

// npm run test:open -- <folder>: for a look at the databases that a failed test run has kept.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Say which folder: npm run test:open -- /tmp/tenantatlas-test-…');

const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
const { host, user } = postgres.connection;
console.log(`psql -h ${host} -U ${user} -l\nCtrl-C stops it; then the folder can be removed.`);
// Keeps the process alive.
const timer = setInterval(() => undefined, 60_000);
process.once('SIGINT', () => {
  clearInterval(timer);
  void postgres[Symbol.asyncDispose]();
});
