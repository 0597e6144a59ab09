import { toOneLine, toWords } from './terminal.ts';

export interface Run {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  readonly outcome: string;
  /** null: it says nothing about the tenant. */
  readonly verdict: string | null;
  readonly durationMs: number | null;
  readonly tenant: { readonly name: string } | null;
  readonly failureSummary: readonly { readonly reasonCode: string; readonly message: string }[];
  readonly verificationReport: {
    readonly summary: { readonly overall: string };
    readonly checks: readonly Check[];
  } | null;
}

export interface Check {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly severity: string;
  readonly reasonCode: string | null;
  readonly message: string;
  readonly nextSteps: readonly { readonly label: string; readonly url: string }[];
}

/** The outcomes that a verdict says already. */
const implied: Readonly<Record<string, readonly string[]>> = {
  READY: ['SUCCEEDED'],
  NEEDS_ATTENTION: ['SUCCEEDED'],
  BLOCKED: ['FAILED', 'BLOCKED'],
};

function toResult(verdict: string | null, outcome: string): string {
  if (verdict === null) return `no verdict (${toWords(outcome)})`;
  const isSaid = implied[verdict]?.includes(outcome) === true;
  return isSaid ? toWords(verdict) : `${toWords(verdict)} (${toWords(outcome)})`;
}

/** The answer to "can we manage it; if not, why not; what is the next click", for a terminal. */
export function toText({ tenant, outcome, verdict, url, verificationReport }: Run): string {
  const offenders = (verificationReport?.checks ?? []).filter(
    ({ status }) => status !== 'PASS' && status !== 'SKIP',
  );
  return [
    `${toOneLine(tenant?.name ?? 'Tenant')}: ${toResult(verdict, outcome)}`,
    ...offenders.flatMap((check) => toLines(check, url)),
    url,
  ].join('\n');
}

function toLines({ title, status, reasonCode, message, nextSteps }: Check, runUrl: string): string[] {
  return [
    `- ${toOneLine(title)}: ${status.toLowerCase()} [${reasonCode ?? ''}]`,
    `  ${toOneLine(message)}`,
    ...nextSteps.map(({ label, url }) => `  → ${label}: ${new URL(url, runUrl).href}`),
  ];
}
