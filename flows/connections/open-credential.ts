import type { ProviderSecret } from '../../core/provider/provider.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { StoredCredential } from '../../db/connections/connections.ts';
import type { Keyring, Sealed, UnopenedReason } from '../../db/connections/envelope.ts';

export type OpenedCredential =
  | { readonly kind: 'opened'; readonly secret: ProviderSecret }
  | {
      readonly kind: 'refused';
      readonly reason: Extract<ReasonCode, 'credential.missing' | 'credential.invalid'>;
    };

/** Ties an encrypted payload to its connection, so that a row copied to another connection does not open there. */
const boundTo = (connectionId: number) => `provider_connection:${connectionId}`;

export function sealCredential(keyring: Keyring, connectionId: number, secret: ProviderSecret): Sealed {
  return keyring.seal(JSON.stringify(secret), boundTo(connectionId));
}

/** The only place where a stored credential becomes readable; callers hold it for the length of one provider session. */
export function openCredential(
  keyring: Keyring,
  connectionId: number,
  stored: StoredCredential | null,
): OpenedCredential {
  if (stored === null) return { kind: 'refused', reason: 'credential.missing' };
  const opened = keyring.open(stored, boundTo(connectionId));
  if (opened.kind !== 'opened') return { kind: 'refused', reason: 'credential.invalid' };
  const secret = JSON.parse(opened.plaintext) as ProviderSecret;
  return { kind: 'opened', secret };
}

/** The same credential under the keyring's first key. */
export function resealCredential(
  keyring: Keyring,
  connectionId: number,
  stored: Sealed,
): { readonly kind: 'sealed'; readonly sealed: Sealed } | UnopenedReason {
  const opened = keyring.open(stored, boundTo(connectionId));
  if (opened.kind !== 'opened') return opened;
  return { kind: 'sealed', sealed: keyring.seal(opened.plaintext, boundTo(connectionId)) };
}
