import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { dishonestyOf, fingerprintOf, summarise, type ReportCheck } from './report-facts.ts';
import type { CheckStatus, ReportSummary } from '../runs/report-summary.ts';
import schema from './report.schema.json' with { type: 'json' };
import { upcastReport } from './report-upcast.ts';

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

export type ParsedReport =
  | { readonly kind: 'valid'; readonly report: VerificationReport }
  | { readonly kind: 'invalid'; readonly problem: string };

let compiled: ValidateFunction<VerificationReport> | null = null;

/** Compiled for the first report: it takes a tenth of what a start takes. */
function validator(): ValidateFunction<VerificationReport> {
  const ajv = () => addFormats.default(new Ajv2020({ allErrors: false, strictTypes: false }));
  return (compiled ??= ajv().compile<VerificationReport>(schema));
}

/**
 * For everything that comes out of storage: a document changed by hand is invalid, never a crash and never made up. One
 * of an older version is given back in the shape of this one (core/verification/report-upcast.ts).
 */
export function parseReport(document: unknown): ParsedReport {
  const report = upcastReport(document);
  const validate = validator();
  if (!validate(report)) {
    const [error] = validate.errors ?? [];
    return { kind: 'invalid', problem: `${error?.instancePath || '/'} ${error?.message ?? 'is not valid'}` };
  }
  const problem = contradictionIn(report);
  return problem === null ? { kind: 'valid', report } : { kind: 'invalid', problem };
}

/** What is said twice must agree, and what refers to another check must find it: beyond what a schema can compare. */
function contradictionIn({ summary, checks, fingerprint }: VerificationReport): string | null {
  const { overall, counts } = summarise(checks);
  const agrees =
    summary.overall === overall &&
    Object.entries(counts).every(([status, count]) => summary.counts[status as CheckStatus] === count);
  if (!agrees) return '/summary does not agree with /checks';
  if (fingerprint !== fingerprintOf(checks)) return '/fingerprint does not agree with /checks';
  return dishonestyOf(checks);
}
