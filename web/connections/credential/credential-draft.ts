import type { CredentialRulesQuery, CredentialType, SetProviderCredentialInput } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';

/** What has been typed so far. Lives in the dialog's state only, and goes with the dialog. */
export interface CredentialDraft {
  readonly type: CredentialType;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A day, yyyy-mm-dd; empty: not said. */
  readonly expiresAt: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly tokenFile: string;
  /** Of the directory it is meant for; empty: not said. */
  readonly tenantId: string;
}

export const draftFields = [
  'clientId',
  'clientSecret',
  'expiresAt',
  'certificatePem',
  'privateKeyPem',
  'tokenFile',
  'tenantId',
] as const satisfies readonly (keyof CredentialDraft)[];
export type DraftField = (typeof draftFields)[number];
export type DraftProblems = Partial<Record<DraftField, string>>;
export type CredentialRule = NonNullable<
  CredentialRulesQuery['providerConnection']
>['credentialRules'][number];

export function emptyDraft(clientId: string): CredentialDraft {
  return {
    type: 'CLIENT_SECRET',
    clientId,
    clientSecret: '',
    expiresAt: '',
    certificatePem: '',
    privateKeyPem: '',
    tokenFile: '',
    tenantId: '',
  };
}

const fieldsByType = {
  CLIENT_SECRET: ['clientId', 'clientSecret', 'expiresAt', 'tenantId'],
  CERTIFICATE: ['clientId', 'certificatePem', 'privateKeyPem', 'tenantId'],
  FEDERATED: ['clientId', 'tokenFile', 'tenantId'],
} as const satisfies Record<CredentialType, readonly DraftField[]>;

const optional: readonly DraftField[] = ['expiresAt', 'tenantId'];

interface Judging {
  /** Everything that is needed should be there by now: only then is an empty field wrong. */
  readonly complete: boolean;
  /** The draft as it last stood still: of a field that has changed since, nothing is said yet. */
  readonly settled: CredentialDraft;
}

/** The API's rules, applied here so that nothing secret is sent to be judged. */
export function judgeDraft(
  draft: CredentialDraft,
  rules: readonly CredentialRule[],
  { complete, settled }: Judging,
): DraftProblems {
  const problems: DraftProblems = {};
  for (const field of fieldsByType[draft.type]) {
    if (settled[field] !== draft[field]) continue;
    const text = draft[field].trim();
    const problem = text === '' ? problemOfEmpty(field, complete) : problemOf(field, text, rules);
    if (problem !== null) problems[field] = problem;
  }
  return problems;
}

function problemOfEmpty(field: DraftField, complete: boolean): string | null {
  return complete && !optional.includes(field) ? texts.credential.missing : null;
}

function problemOf(field: DraftField, text: string, rules: readonly CredentialRule[]): string | null {
  if (field === 'expiresAt') return toInstant(text) > new Date() ? null : texts.credential.expiresPast;
  const broken = rules.find(
    (rule) => rule.field === field && new RegExp(rule.pattern).test(text) === rule.refusesMatch,
  );
  return broken?.message ?? null;
}

/** Only the fields of its type: any other is refused, for it would be a secret too many. */
export function toInput(connectionId: string, draft: CredentialDraft): SetProviderCredentialInput {
  const { type, clientId, clientSecret, expiresAt, certificatePem, privateKeyPem, tokenFile } = draft;
  const tenantId = draft.tenantId.trim();
  const common = { connectionId, type, clientId, ...(tenantId !== '' && { tenantId }) };
  switch (type) {
    case 'CLIENT_SECRET':
      return {
        ...common,
        clientSecret,
        ...(expiresAt !== '' && { expiresAt: toInstant(expiresAt).toISOString() }),
      };
    case 'CERTIFICATE':
      return { ...common, certificatePem, privateKeyPem };
    case 'FEDERATED':
      return { ...common, tokenFile };
  }
}

/** The day's beginning in UTC: rather warned some hours early than late. */
function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
