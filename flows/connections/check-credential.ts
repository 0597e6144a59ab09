import { badInput } from '../../core/fault.ts';
import { shapeCredential, type CredentialInput } from '../../core/connections/credential-shape.ts';
import type { LockedConnection } from '../../db/connections/connections.ts';
import type { SealedCredential } from '../../db/connections/credentials.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import { sealCredential } from './open-credential.ts';

export interface CredentialDependencies {
  readonly keyring: Keyring;
  readonly now: () => Date;
  /** See ShapeSituation in core/connections/credential-shape.ts. */
  readonly tokenFolders: readonly string[];
}

/** From what was pasted to what may be stored. Throws BAD_USER_INPUT on the field that is wrong. */
export function checkAndSeal(
  { keyring, now, tokenFolders }: CredentialDependencies,
  { id, entraTenantId }: Pick<LockedConnection, 'id' | 'entraTenantId'>,
  input: CredentialInput,
): SealedCredential {
  const shape = shapeCredential(input, { now: now(), entraTenantId, tokenFolders });
  if (shape.kind === 'refused') throw badInput(shape.field, shape.message);
  const { secret, expiresAt, details } = shape;
  const { type, clientId } = secret;
  return { type, clientId, expiresAt, details, ...sealCredential(keyring, id, secret) };
}
