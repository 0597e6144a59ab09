import { tokenPathsOf, type TokenFile } from '../../core/connections/token-files.ts';
import { mayUseTokenFile } from '../../core/connections/credential-rules.ts';
import type { ProviderSecret } from '../../core/provider/provider.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { ConnectionForWork, StoredCredential } from '../../db/connections/connections.ts';
import type { Keyring, Sealed, UnopenedReason } from '../../db/connections/envelope.ts';
import type { CredentialPlace } from '../../db/connections/sealed-rows.ts';

export type OpenedCredential =
  | { readonly kind: 'opened'; readonly secret: ProviderSecret }
  | {
      readonly kind: 'refused';
      readonly reason: Extract<
        ReasonCode,
        'credential.missing' | 'credential.invalid' | 'credential.federation_token_not_allowed'
      >;
    };

/**
 * Binds an encrypted payload to its place: moved to another connection, slot, directory or cloud, it cannot be
 * opened.
 */
const boundTo = ({ connectionId, entraTenantId, cloud, slot }: CredentialPlace) =>
  `provider_connection:${connectionId} directory:${entraTenantId} cloud:${cloud} slot:${slot}`;

/** How payloads used to be bound. Only resealing reads them: someone who can write rows could move them around. */
const formerlyBoundTo = ({ connectionId }: CredentialPlace) => `provider_connection:${connectionId}`;

export function sealCredential(keyring: Keyring, place: CredentialPlace, secret: ProviderSecret): Sealed {
  return keyring.seal(JSON.stringify(secret), boundTo(place));
}

/** The only place where a stored credential becomes readable; callers keep it only for one provider session. */
export function openCredential(
  keyring: Keyring,
  place: CredentialPlace,
  stored: Pick<StoredCredential, 'keyId' | 'payload'> | null,
): OpenedCredential {
  if (stored === null) return { kind: 'refused', reason: 'credential.missing' };
  const opened = keyring.open(stored, boundTo(place));
  if (opened.kind !== 'opened') return { kind: 'refused', reason: 'credential.invalid' };
  const secret = JSON.parse(opened.plaintext) as ProviderSecret;
  return { kind: 'opened', secret };
}

export interface CredentialOpener {
  readonly keyring: Keyring;
  readonly tokenFiles: readonly TokenFile[];
}

/** For a run. A token file that is not, or no longer, bound to the workspace is not read. */
export function openCredentialForWork(
  { keyring, tokenFiles }: CredentialOpener,
  { place, credential, workspaceSlug }: ConnectionForWork,
): OpenedCredential {
  const opened = openCredential(keyring, place, credential);
  if (opened.kind !== 'opened' || opened.secret.type !== 'federated') return opened;
  const isAllowed = mayUseTokenFile(tokenPathsOf(tokenFiles, workspaceSlug), opened.secret.tokenFile);
  return isAllowed ? opened : { kind: 'refused', reason: 'credential.federation_token_not_allowed' };
}

export type Resealed = { readonly kind: 'sealed'; readonly sealed: Sealed } | UnopenedReason;

/** The same credential for another place in its connection. */
export function moveCredential(
  keyring: Keyring,
  { from, to }: { readonly from: CredentialPlace; readonly to: CredentialPlace },
  stored: Sealed,
): Resealed {
  const opened = keyring.open(stored, boundTo(from));
  if (opened.kind !== 'opened') return opened;
  return { kind: 'sealed', sealed: keyring.seal(opened.plaintext, boundTo(to)) };
}

/** The same credential in the same place under the keyring's first key, even if it is bound in the old way. */
export function resealCredential(keyring: Keyring, place: CredentialPlace, stored: Sealed): Resealed {
  const bound = keyring.open(stored, boundTo(place));
  const opened = bound.kind === 'damaged' ? keyring.open(stored, formerlyBoundTo(place)) : bound;
  if (opened.kind !== 'opened') return opened;
  return { kind: 'sealed', sealed: keyring.seal(opened.plaintext, boundTo(place)) };
}

export function isBoundToPlace(keyring: Keyring, place: CredentialPlace, stored: Sealed): boolean {
  return keyring.open(stored, boundTo(place)).kind === 'opened';
}
