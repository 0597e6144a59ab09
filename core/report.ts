import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import schema from './report.schema.json' with { type: 'json' };
import type { NextStep } from './next-steps.ts';
import type { Pointer } from './provider.ts';
import type { Severity } from './reasons.ts';

/**
 * VerificationReport v1.5: the stored document. Field names are the wire's. report.schema.json is the contract and
 * holds the honesty rule; buildReport is the only way to make one, parseReport the only way to read one back.
 */
export interface VerificationReport {
  readonly schema_version: string;
  readonly flow: string;
  readonly generated_at: string;
  readonly fingerprint: string;
  readonly previous_report_id: number | null;
  readonly summary: ReportSummary;
  readonly checks: readonly ReportCheck[];
}

export interface ReportSummary {
  readonly overall: ReportOverall;
  readonly counts: ReportCounts;
}

export const reportOveralls = ['ready', 'needs_attention', 'blocked', 'running'] as const;
export type ReportOverall = (typeof reportOveralls)[number];

export const checkStatuses = ['pass', 'fail', 'warn', 'unknown', 'skip', 'running'] as const;
export type CheckStatus = (typeof checkStatuses)[number];
export type ReportCounts = Readonly<Record<CheckStatus | 'total', number>>;

export interface ReportCheck {
  readonly key: string;
  readonly title: string;
  readonly status: CheckStatus;
  readonly severity: Severity;
  readonly blocking: boolean;
  /** null exactly when the check passed or is still running. */
  readonly reason_code: string | null;
  readonly message: string;
  readonly evidence: readonly Pointer[];
  readonly next_steps: readonly NextStep[];
}

export interface ReportInput {
  readonly flow: string;
  readonly generatedAt: Date;
  readonly previousReportId: number | null;
  readonly checks: readonly ReportCheck[];
}

/** Throws TypeError when the result does not fit the schema: that is a bug of the caller, and nothing gets stored. */
export function buildReport({
  flow,
  generatedAt,
  previousReportId,
  checks,
}: ReportInput): VerificationReport {
  const report: VerificationReport = {
    schema_version: '1.5.0',
    flow,
    generated_at: generatedAt.toISOString(),
    fingerprint: fingerprintOf(checks),
    previous_report_id: previousReportId,
    summary: summarise(checks),
    checks,
  };
  const parsed = parseReport(report);
  if (parsed.kind === 'invalid')
    throw new TypeError(`built a report that breaks its schema: ${parsed.problem}`);
  return report;
}

export function summarise(checks: readonly ReportCheck[]): ReportSummary {
  return { overall: overallOf(checks), counts: countByStatus(checks) };
}

function overallOf(checks: readonly ReportCheck[]): ReportOverall {
  if (checks.some(({ status }) => status === 'running')) return 'running';
  if (checks.some(({ status, blocking }) => status === 'fail' && blocking)) return 'blocked';
  if (checks.some(({ status }) => status !== 'pass' && status !== 'skip')) return 'needs_attention';
  return 'ready';
}

function countByStatus(checks: readonly ReportCheck[]): ReportCounts {
  const counts = { total: checks.length, pass: 0, fail: 0, warn: 0, unknown: 0, skip: 0, running: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}

/**
 * 64 hex digits over what was judged. Same tenant state, same fingerprint: order, wording, evidence and time do not
 * count, because request ids and sentences change while the tenant does not.
 */
export function fingerprintOf(checks: readonly ReportCheck[]): string {
  const judged = checks
    .map(({ key, status, severity, blocking, reason_code }) => [key, status, severity, blocking, reason_code])
    .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(judged)).digest('hex');
}

export type ParsedReport =
  | { readonly kind: 'valid'; readonly report: VerificationReport }
  | { readonly kind: 'invalid'; readonly problem: string };

const ajv = addFormats.default(new Ajv2020({ allErrors: false, strictTypes: false }));
const validate = ajv.compile<VerificationReport>(schema);

/** For everything that comes out of storage: a document changed by hand is invalid, never a crash and never made up. */
export function parseReport(document: unknown): ParsedReport {
  if (!validate(document)) {
    const [error] = validate.errors ?? [];
    return { kind: 'invalid', problem: `${error?.instancePath || '/'} ${error?.message ?? 'is not valid'}` };
  }
  const { overall, counts } = summarise(document.checks);
  const agrees =
    document.summary.overall === overall &&
    Object.entries(counts).every(
      ([status, count]) => document.summary.counts[status as CheckStatus] === count,
    );
  if (!agrees) return { kind: 'invalid', problem: '/summary does not agree with /checks' };
  return { kind: 'valid', report: document };
}

export interface CheckChange {
  readonly key: string;
  readonly title: string;
  /** null: the check did not exist in that report. */
  readonly before: CheckStatus | null;
  readonly after: CheckStatus | null;
}

/** What is different for the tenant, by check key; a change of wording or evidence alone is no change. */
export function compareReports(before: VerificationReport, after: VerificationReport): CheckChange[] {
  const earlier = new Map(before.checks.map((check) => [check.key, check]));
  const later = new Map(after.checks.map((check) => [check.key, check]));
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    if (was?.status === is?.status && was?.reason_code === is?.reason_code) return [];
    const title = is?.title ?? was?.title ?? key;
    return [{ key, title, before: was?.status ?? null, after: is?.status ?? null }];
  });
}
