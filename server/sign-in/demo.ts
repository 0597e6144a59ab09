import type { Sandbox } from '../../sandbox/server.ts';
import scenarios from '../../sandbox/scenarios.json' with { type: 'json' };
import type { Database } from '../../db/engine/client.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import { seedDemoWorld, type SeedOptions } from '../../db/seed/seed.ts';
import { sealCredential } from '../../flows/connections/open-credential.ts';
import { StartupError } from '../config/startup-error.ts';

/** A Microsoft cloud on this machine for the demo's tenants. */
export async function startDemoCloud(port: number): Promise<Sandbox> {
  const { createSandbox } = await import('../../sandbox/server.ts');
  try {
    return await createSandbox({ port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} is taken, and the demo’s sandbox cloud needs it. Set SANDBOX_PORT to another.`,
      );
    }
    throw error;
  }
}

export async function seedDemo(database: Database, keyring: Keyring, now: Date): Promise<void> {
  const seal: SeedOptions['seal'] = (place, secret) => sealCredential(keyring, place, secret);
  await database.transaction((tx) => seedDemoWorld(tx, { scenarios, seal, now }));
}
