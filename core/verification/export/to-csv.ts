import { toGlobalId } from '../../global-id.ts';
import type { ReportCheck } from '../report-facts.ts';
import { acknowledgementOf, describeAcknowledgement, type ExportedReport } from './exported-report.ts';

const columns = [
  'run_id',
  'tenant',
  'entra_tenant_id',
  'generated_at',
  'overall',
  'check_key',
  'title',
  'status',
  'severity',
  'blocking',
  'reason_code',
  'message',
  'evidence',
  'next_steps',
  'acknowledgement',
] as const;

/** Excel reads UTF-8 as the machine's own code page unless this comes first. */
const byteOrderMark = '\uFEFF';

/** RFC 4180, one line a check, UTF-8. Cells are quoted always, so that no separator of any locale can split one. */
export function toCsv(exported: ExportedReport): string {
  const lines = exported.report.checks.map((check) => toCells(exported, check));
  const text = [columns, ...lines].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
  return `${byteOrderMark}${text}`;
}

function toCells(exported: ExportedReport, check: ReportCheck): string[] {
  const { runId, tenantName, entraTenantId, report } = exported;
  const given = acknowledgementOf(exported, check);
  return [
    toGlobalId('run', runId),
    tenantName,
    entraTenantId ?? '',
    report.generated_at,
    report.summary.overall,
    check.key,
    check.title,
    check.status,
    check.severity,
    String(check.blocking),
    check.reason_code ?? '',
    check.message,
    check.evidence.map(({ kind, value }) => `${kind}=${value}`).join('; '),
    check.next_steps.map(({ label, url }) => `${label}: ${url}`).join('; '),
    given === null ? '' : describeAcknowledgement(given),
  ];
}

/**
 * A spreadsheet takes a cell that begins like this for a formula, and runs it (OWASP, CSV injection). An apostrophe
 * before it makes it text. Full-width forms are taken for the plain ones by some.
 */
const formula = /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/;

function toCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
