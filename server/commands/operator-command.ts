import { createDatabase, type Database } from '../../db/engine/client.ts';
import { findEmbeddedPostgres } from '../../db/embedded/embedded.ts';
import { createKeyring, type Keyring } from '../../db/connections/envelope.ts';
import { hasSealedRows } from '../../db/connections/sealed-rows.ts';
import { parseConfig } from '../config/config.ts';
import { prepareDatabase } from '../config/database.ts';
import { loadEncryptionKeys } from '../config/encryption-keys.ts';
import { StartupError } from '../config/startup-error.ts';

/** What a command of whoever operates the program works with. */
export interface OperatorTools extends AsyncDisposable {
  readonly database: Database;
  readonly keyring: Keyring;
}

/**
 * From the same settings as the program's. Beside a running program: its embedded database is used where it is; when the
 * program is stopped, the database is started for as long as the command runs.
 */
export async function openOperatorTools(
  environment: Readonly<Record<string, string | undefined>>,
  applicationName: string,
): Promise<OperatorTools> {
  const parsed = parseConfig(environment);
  if (parsed.kind === 'invalid') throw new StartupError(parsed.problems.join('\n'));
  const { config } = parsed;
  await using stack = new AsyncDisposableStack();
  const running = config.database.kind === 'embedded' ? await findEmbeddedPostgres(config.dataDir) : null;
  const prepared =
    running === null
      ? stack.use(await prepareDatabase(config, (sentence) => console.error(sentence)))
      : { connection: running };
  const database = stack.use(
    createDatabase({ connection: prepared.connection, maxConnections: 2, applicationName }),
  );
  const keyring = createKeyring(await loadEncryptionKeys(config, () => hasSealedRows(database.db)));
  const opened = stack.move();
  return { database, keyring, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** The command's edge to the terminal: sentences for people as they are, bugs with their stack. */
export async function runOperatorCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exitCode = 1;
  }
}
