import type { CredentialExpiryEvidence, Pointer, Unreadable } from '../../provider/provider.ts';
import type { ReasonCode } from '../../reasons/reasons.ts';
import { judgeIfRead, pass, unknown, warn, type CheckDefinition, type Verdict } from './check.ts';

export const expiryChecks = [
  {
    key: 'credential.expiry',
    title: 'Credential expiry',
    blocking: false,
    dependsOn: ['tenant.identity'],
    needs: ['credential_expiry'],
    connection: 'irrelevant',
    judge: (facts) => {
      const { credentialExpiresAt: stored, evidence, now } = facts;
      const answer = evidence.credential_expiry;
      if (answer?.kind === 'unreadable' && stored !== null) return judgeStored(answer, stored, now);
      return judgeRead(facts);
    },
  },
] as const satisfies readonly CheckDefinition[];

/** What Microsoft lists and what was stored with the credential: the earlier date counts, whichever it is. */
const judgeRead = judgeIfRead(
  'credential_expiry',
  (expiry, pointers, { credentialExpiresAt: stored, now }) => {
    if (expiry.source === 'not_needed') return pass('A federated credential does not expire.', pointers);
    const expiresAt = earlier(expiry.expiresAt, stored);
    if (expiresAt === null) return unknown('credential.expiry_unknown', pointers);
    const source = expiresAt === expiry.expiresAt ? expiry.source : 'stored';
    return judgeExpiry(expiresAt, now, [...describe(expiry, expiresAt, source), ...pointers]);
  },
);

/** A date that is near is said whatever kept Microsoft's own from being read; one that is far hides no outage. */
function judgeStored(answer: Unreadable, stored: Date, now: Date): Verdict {
  const { reason, pointers } = answer;
  const known = describe({ anotherUntil: null }, stored, 'stored');
  const verdict = judgeExpiry(stored, now, [...known, ...pointers]);
  const speaks = verdict.status === 'warn' || reason === 'permission.missing';
  return speaks ? verdict : unknown(reason, [...known, ...pointers]);
}

function earlier(left: Date | null, right: Date | null): Date | null {
  if (left === null || right === null) return left ?? right;
  return left <= right ? left : right;
}

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

function describe(
  { anotherUntil }: Pick<CredentialExpiryEvidence, 'anotherUntil'>,
  expiresAt: Date,
  source: string,
): Pointer[] {
  return [
    { kind: 'expires_at', value: expiresAt.toISOString() },
    { kind: 'expiry_source', value: source },
    ...(anotherUntil === null
      ? []
      : [{ kind: 'another_credential_until', value: anotherUntil.toISOString() }]),
  ];
}
