import '../../setup/require-node.ts';
import { parseArgs } from 'node:util';
import { Fault } from '../../core/fault.ts';
import { createDatabase } from '../../db/engine/client.ts';
import { createKeyring } from '../../db/connections/envelope.ts';
import { hasSealedRows } from '../../db/connections/sealed-rows.ts';
import { findEmbeddedPostgres } from '../../db/embedded/embedded.ts';
import { createApiTokenForUser, type OperatorTokenRequest } from '../../flows/people/create-api-token.ts';
import { parseConfig, type Config } from '../config/config.ts';
import { prepareDatabase, type PreparedDatabase } from '../config/database.ts';
import { systemClock } from '../clock.ts';
import { seedDemo } from '../sign-in/demo.ts';
import { loadEncryptionKeys } from '../config/encryption-keys.ts';
import { explainDatabaseError, StartupError } from '../config/startup-error.ts';

const usage = `Usage: npm run -s token -- --user <email> [--workspace <slug>] [--name <text>] [--days <n>]

Makes an API token for a user and writes it to stdout, once. It is for one workspace: name it when the user is a member
of several. It ends after 90 days unless --days says otherwise (1 to 3650).`;

/** As in sysexits.h: the command was used incorrectly. */
const exitUsage = 64;
const dayMs = 86_400_000;

async function main(): Promise<number> {
  const request = parseRequest(process.argv.slice(2), systemClock());
  if (typeof request === 'string') {
    console.error(`${request}\n\n${usage}`);
    return exitUsage;
  }
  const parsed = parseConfig(process.env);
  if (parsed.kind === 'invalid') throw new StartupError(parsed.problems.join('\n'));
  console.log(await makeToken(parsed.config, request));
  return 0;
}

async function makeToken(config: Config, request: OperatorTokenRequest): Promise<string> {
  const running = config.database.kind === 'embedded' ? await findEmbeddedPostgres(config.dataDir) : null;
  await using stack = new AsyncDisposableStack();
  const { connection } = running === null ? stack.use(await startDatabase(config)) : { connection: running };
  const database = stack.use(
    createDatabase({ connection, maxConnections: 1, applicationName: 'tenantatlas-token' }),
  );
  try {
    return await createApiTokenForUser({ database, now: systemClock }, request);
  } catch (error) {
    throw explainDatabaseError(error, config.dataDir);
  }
}

/** The program is not running, so this process brings the database up, with the demo in it where that is asked for. */
async function startDatabase(config: Config): Promise<PreparedDatabase> {
  const prepared = await prepareDatabase(config, (sentence) => console.error(sentence));
  if (!config.demo) return prepared;
  await using database = createDatabase({
    connection: prepared.connection,
    maxConnections: 1,
    applicationName: 'tenantatlas-token',
  });
  const keys = await loadEncryptionKeys(config, () => hasSealedRows(database.db));
  await seedDemo(database, createKeyring(keys), systemClock());
  return prepared;
}

/** A sentence about what is wrong with the arguments, or what is asked for. */
function parseRequest(argv: readonly string[], now: Date): OperatorTokenRequest | string {
  const values = parseOptions(argv);
  if (typeof values === 'string') return values;
  if (values.user === undefined) return 'Pass the token’s user with --user.';
  const days = Number(values.days);
  if (!/^\d+$/.test(values.days) || days < 1 || days > 3650) return '--days must be a number from 1 to 3650.';
  return {
    email: values.user,
    workspace: values.workspace ?? null,
    name: values.name,
    expiresAt: new Date(now.getTime() + days * dayMs),
  };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        user: { type: 'string' },
        workspace: { type: 'string' },
        name: { type: 'string', default: 'command line' },
        days: { type: 'string', default: '90' },
      },
    }).values;
  } catch (error) {
    // parseArgs says in a sentence which option it does not know or which value is missing.
    return error instanceof Error ? error.message : String(error);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isForPeople = error instanceof StartupError || error instanceof Fault;
  console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
}
