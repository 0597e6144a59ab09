import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../db/embedded/embedded.ts';

export type ClusterConnection = EmbeddedPostgres['connection'];

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterConnection;
  }
}

export interface TestCluster extends AsyncDisposable {
  readonly connection: ClusterConnection;
  readonly dataDir: string;
  /** Disposal then leaves the data directory, for a look at what a failed test has written. */
  keep(): void;
}

/** A PostgreSQL for this run only: as fast as one can be that need not survive a power cut. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tenantatlas-test-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    log: (line) => console.error(line),
  });
  let isKept = false;
  return {
    connection: postgres.connection,
    dataDir,
    keep: () => {
      isKept = true;
    },
    [Symbol.asyncDispose]: async () => {
      await postgres[Symbol.asyncDispose]();
      if (!isKept) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
