import { join, resolve } from 'node:path';
import { owner, ensureCluster } from './cluster.ts';
import { findSocketDirectory, lockDirectory } from './directory-lock.ts';
import { endFormerPostmaster } from './former-postmaster.ts';
import { createLogFile } from './log-file.ts';
import { choosePlaces, createSocketDirectory, removeSocketDirectory, type Places } from './places.ts';
import { preparePrograms } from './programs.ts';
import { supervisePostmaster, type Log } from './supervisor.ts';

export interface EmbeddedPostgres extends AsyncDisposable {
  /** For postgres.js and pg alike; `host` is the directory of a Unix socket. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
}

export interface EmbeddedPostgresOptions {
  /** Created if missing. Holds the cluster, the lock and postgres.log, and survives restarts. */
  readonly dataDir: string;
  readonly log: Log;
  /** false makes everything faster and a power failure fatal: for tests and benchmarks. */
  readonly durable?: boolean;
}

/** With a Unix socket, the port is only a suffix of the file name. */
const port = 5432;

/**
 * Starts our own PostgreSQL from an npm package, without a system package, account or network port. One process at a
 * time per `dataDir`; after a crash, the next start takes over and loses nothing that was committed. Throws
 * EmbeddedPostgresError with a sentence for the person at the terminal. Disposal stops PostgreSQL, so dispose it
 * last.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const places = await choosePlaces(options.dataDir, (line) => options.log(line, 'info'));
  const socketDirectory = await createSocketDirectory(places.user);
  try {
    const lock = await lockDirectory(places.dataDir, socketDirectory);
    try {
      await tidyUpAfterCrash(places, lock.abandonedSocketDirectory, (line) => options.log(line, 'info'));
      const postgres = await start(places, socketDirectory, options);
      return {
        connection: connectionTo(socketDirectory),
        [Symbol.asyncDispose]: async () => {
          await postgres[Symbol.asyncDispose]();
          await removeSocketDirectory(socketDirectory);
          await lock[Symbol.asyncDispose]();
        },
      };
    } catch (error) {
      await lock[Symbol.asyncDispose]();
      throw error;
    }
  } catch (error) {
    await removeSocketDirectory(socketDirectory);
    throw error;
  }
}

/**
 * The PostgreSQL that another of our processes has started in `dataDir`, or null. It may be just starting or
 * stopping, so connecting can still fail; and its socket admits only PostgreSQL's user and root.
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres['connection'] | null> {
  const socketDirectory = await findSocketDirectory(resolve(dataDir));
  return socketDirectory === null ? null : connectionTo(socketDirectory);
}

function connectionTo(socketDirectory: string): EmbeddedPostgres['connection'] {
  return { host: socketDirectory, port, user: owner, database: owner };
}

async function tidyUpAfterCrash(places: Places, socketDirectory: string | null, log: (line: string) => void) {
  await endFormerPostmaster(places.clusterDirectory, log);
  if (socketDirectory !== null) await removeSocketDirectory(socketDirectory);
}

async function start(places: Places, socketDirectory: string, options: EmbeddedPostgresOptions) {
  const { user, home, clusterDirectory: directory, dataDir } = places;
  const programs = await preparePrograms(user, home);
  const cluster = { directory, programs, user, durable: options.durable ?? true };
  await ensureCluster(cluster);
  const logFile = createLogFile(join(dataDir, 'postgres.log'));
  return supervisePostmaster({ cluster, socketDirectory, logFile }, options.log);
}
