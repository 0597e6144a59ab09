import type { CredentialExpiryEvidence, Pointer } from '../../provider/provider.ts';
import type { ReasonCode } from '../../reasons/reasons.ts';
import { judgeIfRead, pass, unknown, warn, type CheckDefinition, type Verdict } from './check.ts';

export const expiryChecks = [
  {
    key: 'credential.expiry',
    title: 'Lifetime of the credential in use',
    blocking: false,
    dependsOn: ['tenant.identity'],
    needs: ['credential_expiry'],
    connection: 'irrelevant',
    judge: judgeIfRead('credential_expiry', (expiry, pointers, { credentialExpiresAt, now }) => {
      if (expiry.source === 'not_needed') return pass('A federated credential does not expire.', pointers);
      const stored = expiry.source === 'elsewhere' && expiry.expiresAt === null;
      const expiresAt = stored ? credentialExpiresAt : expiry.expiresAt;
      if (expiresAt === null) return unknown('credential.expiry_unknown', pointers);
      const source = stored ? 'stored' : expiry.source;
      return judgeExpiry(expiresAt, now, [...describe(expiry, expiresAt, source), ...pointers]);
    }),
  },
] as const satisfies readonly CheckDefinition[];

const dayMs = 86_400_000;

/** Nearest rung first. */
const ladder: readonly (readonly [days: number, reason: ReasonCode])[] = [
  [1, 'credential.expires_within_1_day'],
  [7, 'credential.expires_within_7_days'],
  [14, 'credential.expires_within_14_days'],
  [30, 'credential.expires_within_30_days'],
  [60, 'credential.expires_within_60_days'],
];

/** An expired credential that still got a token is on the first rung: whatever the record says, it worked just now. */
function judgeExpiry(expiresAt: Date, now: Date, evidence: readonly Pointer[]): Verdict {
  const daysLeft = (expiresAt.getTime() - now.getTime()) / dayMs;
  const rung = ladder.find(([days]) => daysLeft <= days);
  return rung === undefined
    ? pass(`The credential in use is valid for ${Math.floor(daysLeft)} more days.`, evidence)
    : warn(rung[1], evidence);
}

function describe({ anotherUntil }: CredentialExpiryEvidence, expiresAt: Date, source: string): Pointer[] {
  return [
    { kind: 'expires_at', value: expiresAt.toISOString() },
    { kind: 'expiry_source', value: source },
    ...(anotherUntil === null
      ? []
      : [{ kind: 'another_credential_until', value: anotherUntil.toISOString() }]),
  ];
}
