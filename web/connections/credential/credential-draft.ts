import type { CredentialRulesQuery, CredentialType, SetProviderCredentialInput } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { bytesOfBase64, isPfxBase64, largestPfx, type CertificateFormat } from './certificate-text.ts';

/** What has been typed so far. Lives in the dialog's state only, and goes with the dialog. */
export interface CredentialDraft {
  readonly type: CredentialType;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A day, yyyy-mm-dd; empty: not said. */
  readonly expiresAt: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** How the certificate and its key are submitted. */
  readonly format: CertificateFormat;
  readonly pfxBase64: string;
  /** Of the file it was read from; empty: it was pasted. */
  readonly pfxName: string;
  readonly pfxPassword: string;
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
  'pfxBase64',
  'pfxPassword',
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
    format: 'PEM',
    pfxBase64: '',
    pfxName: '',
    pfxPassword: '',
    tokenFile: '',
    tenantId: '',
  };
}

function fieldsOf({ type, format }: CredentialDraft): readonly DraftField[] {
  switch (type) {
    case 'CLIENT_SECRET':
      return ['clientId', 'clientSecret', 'expiresAt', 'tenantId'];
    case 'CERTIFICATE':
      return format === 'PFX'
        ? ['clientId', 'pfxBase64', 'pfxPassword', 'tenantId']
        : ['clientId', 'certificatePem', 'privateKeyPem', 'tenantId'];
    case 'FEDERATED':
      return ['clientId', 'tokenFile', 'tenantId'];
  }
}

const optional: readonly DraftField[] = ['expiresAt', 'pfxPassword', 'tenantId'];

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
  for (const field of fieldsOf(draft)) {
    if (settled[field] !== draft[field]) continue;
    const text = draft[field].trim();
    const problem = text === '' ? problemOfEmpty(field, complete) : problemOf(field, text, rules);
    if (problem !== null) problems[field] = problem;
  }
  return problems;
}

function problemOfEmpty(field: DraftField, complete: boolean): string | null {
  return complete && !optional.includes(field) ? texts.credentialDialog.missing : null;
}

function problemOf(field: DraftField, text: string, rules: readonly CredentialRule[]): string | null {
  if (field === 'expiresAt') return toInstant(text) > new Date() ? null : texts.credentialDialog.expiresPast;
  if (field === 'pfxBase64') return problemOfPfx(text);
  const broken = rules.find(
    (rule) => rule.field === field && new RegExp(rule.pattern).test(text) === rule.refusesMatch,
  );
  return broken?.message ?? null;
}

/** The rest is learned when it is submitted, for what is in it takes its password to read. */
function problemOfPfx(text: string): string | null {
  const { pfxNone, pfxTooLarge } = texts.credentialDialog;
  if (!isPfxBase64(text)) return pfxNone;
  return bytesOfBase64(text) > largestPfx ? pfxTooLarge : null;
}

/** Only the fields of its type: any other is refused, for it would be a secret too many. */
export function toInput(connectionId: string, draft: CredentialDraft): SetProviderCredentialInput {
  const { type, clientId, clientSecret, expiresAt, certificatePem, privateKeyPem, tokenFile } = draft;
  const { format, pfxBase64, pfxPassword } = draft;
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
      return format === 'PFX'
        ? { ...common, pfxBase64, ...(pfxPassword !== '' && { pfxPassword }) }
        : { ...common, certificatePem, privateKeyPem };
    case 'FEDERATED':
      return { ...common, tokenFile };
  }
}

/** The day's beginning in UTC: rather warned some hours early than late. */
function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
