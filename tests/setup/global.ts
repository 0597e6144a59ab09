import type { TestProject } from 'vitest/node';
import { startTestCluster } from '../support/cluster.ts';
import { createTemplateDatabases, hasKeptDatabases } from '../support/template-database.ts';

/** Vitest calls this once per project that has files to run; they share one cluster. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if ('cluster' in root.getProvidedContext()) return undefined;
  const cluster = await startTestCluster();
  await createTemplateDatabases(cluster.connection);
  root.provide('cluster', cluster.connection);
  return async () => {
    const isWorthALook = process.env.CI === undefined && (await hasKeptDatabases(cluster.connection));
    if (isWorthALook) {
      cluster.keep();
      console.error(`Look into the kept databases with: npm run test:open -- ${cluster.dataDir}`);
    }
    await cluster[Symbol.asyncDispose]();
  };
}
