import { fingerprintOf, summarise, type ReportCheck } from './report-facts.ts';

/**
 * Reports written by older versions of the program, brought into the shape of today before they are validated. What
 * 1.4 did not have is derived from its own checks and never guessed: it had no fingerprint and no link to the previous
 * report, and its counts had no `unknown`. Whatever does not look like 1.4 is handed on as it is, for validation to refuse.
 */
export function upcastReport(document: unknown): unknown {
  if (!isRecord(document) || !/^1\.4\.\d+$/.test(String(document['schema_version']))) return document;
  const { checks, summary } = document;
  if (!Array.isArray(checks) || !checks.every(isJudged) || !isRecord(summary)) return document;
  const { counts } = summary;
  return {
    ...document,
    schema_version: '1.5.0',
    fingerprint: fingerprintOf(checks),
    previous_report_id: null,
    summary: isRecord(counts)
      ? { ...summary, counts: { unknown: summarise(checks).counts.unknown, ...counts } }
      : summary,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Enough for a fingerprint; the rest is the schema's business. */
function isJudged(check: unknown): check is ReportCheck {
  return isRecord(check) && typeof check['key'] === 'string' && typeof check['status'] === 'string';
}
