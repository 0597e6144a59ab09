import { badInput } from '../../core/fault.ts';
import { tokenPathsOf, type TokenFile } from '../../core/connections/token-files.ts';
import type { PfxReader } from '../../core/connections/certificate-pair.ts';
import { shapeCredential, type CredentialInput } from '../../core/connections/credential-shape.ts';
import type { Tx } from '../../db/engine/client.ts';
import type { LockedConnection } from '../../db/connections/connections.ts';
import type { SealedCredential } from '../../db/connections/credentials.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import type { CredentialPlace } from '../../db/connections/sealed-rows.ts';
import { getWorkspaceSlug } from '../../db/tenants/workspaces.ts';
import { sealCredential } from './open-credential.ts';

export interface CredentialDependencies {
  readonly keyring: Keyring;
  readonly now: () => Date;
  readonly tokenFiles: readonly TokenFile[];
  /** The parser is loaded with the first PFX file. */
  readonly loadPfxReader: () => Promise<PfxReader>;
}

export interface CredentialToSeal {
  readonly connection: Pick<LockedConnection, 'id' | 'workspaceId' | 'entraTenantId' | 'cloud'>;
  readonly slot: CredentialPlace['slot'];
  readonly input: CredentialInput;
}

/** From what was pasted to what may be stored. Throws BAD_USER_INPUT for the field that is wrong. */
export async function checkAndSeal(
  tx: Tx,
  { keyring, now, tokenFiles, loadPfxReader }: CredentialDependencies,
  { connection, slot, input }: CredentialToSeal,
): Promise<SealedCredential> {
  const { id: connectionId, entraTenantId, cloud } = connection;
  const tokenPaths = tokenPathsOf(tokenFiles, await getWorkspaceSlug(tx, connection.workspaceId));
  const readPfx = input.pfxBase64 == null ? {} : { readPfx: await loadPfxReader() };
  const shape = shapeCredential(input, { now: now(), entraTenantId, tokenPaths, ...readPfx });
  if (shape.kind === 'refused') throw badInput(shape.field, shape.message);
  const { secret, expiresAt, details } = shape;
  const { type, clientId } = secret;
  const place = { connectionId, entraTenantId, cloud, slot };
  return { type, clientId, expiresAt, details, ...sealCredential(keyring, place, secret) };
}
