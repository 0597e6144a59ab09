import { toGlobalId } from '../../global-id.ts';
import type { ReportCheck } from '../report-facts.ts';
import { acknowledgementOf, describeAcknowledgement, type ExportedReport } from './exported-report.ts';
import { escapeMarkup } from './markup.ts';

/**
 * JUnit XML as Jenkins, GitLab and Azure DevOps read it: a suite a report, a test case a check. What could not be read or
 * is not finished is an `error`, so no pipeline is green on it; an acknowledged failure stays a failure.
 */
export function toJunit(exported: ExportedReport): string {
  const { report, tenantName, runId } = exported;
  const { counts } = report.summary;
  const totals = attributes({
    name: `TenantAtlas ${tenantName}`,
    tests: counts.total,
    failures: counts.fail,
    errors: counts.unknown + counts.running,
    skipped: counts.skip,
    time: seconds(exported),
  });
  const whole = attributes(overallTotals(exported));
  const properties = Object.entries({
    run_id: toGlobalId('run', runId),
    url: exported.url,
    overall: report.summary.overall,
    outcome: exported.outcome,
    fingerprint: report.fingerprint,
  }).map(([name, value]) => `      <property${attributes({ name, value })}/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${whole}>`,
    `  <testsuite${totals}${attributes({ timestamp: report.generated_at.slice(0, 19), hostname: 'tenantatlas' })}>`,
    '    <properties>',
    ...properties,
    '    </properties>',
    ...report.checks.map((check) => toTestCase(exported, check)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function overallTotals(exported: ExportedReport) {
  const { counts } = exported.report.summary;
  const errors = counts.unknown + counts.running;
  return { name: 'TenantAtlas', tests: counts.total, failures: counts.fail, errors, time: seconds(exported) };
}

function toTestCase(exported: ExportedReport, check: ReportCheck): string {
  // Reports of several tenants are merged into one: readers tell cases apart by class name and name.
  const classname = `${exported.entraTenantId ?? toGlobalId('run', exported.runId)}.${check.key}`;
  const names = attributes({ classname, name: check.title, time: 0 });
  const given = acknowledgementOf(exported, check);
  const notes = [
    ...(check.status === 'warn' ? [`Warning (${check.reason_code ?? ''}): ${check.message}`] : []),
    ...(given === null ? [] : [describeAcknowledgement(given)]),
  ];
  const inside = [
    ...toVerdict(check),
    ...(notes.length === 0 ? [] : [`<system-out>${escapeMarkup(notes.join('\n'))}</system-out>`]),
  ];
  if (inside.length === 0) return `    <testcase${names}/>`;
  return [`    <testcase${names}>`, ...inside.map((line) => `      ${line}`), '    </testcase>'].join('\n');
}

function toVerdict(check: ReportCheck): string[] {
  const about = attributes({ message: check.message, type: check.reason_code ?? '' });
  switch (check.status) {
    case 'pass':
    case 'warn':
      return [];
    case 'fail':
      return [`<failure${about}>${escapeMarkup(details(check))}</failure>`];
    case 'unknown':
      return [`<error${about}>${escapeMarkup(details(check))}</error>`];
    case 'running':
      return [`<error${attributes({ message: 'The check is not finished yet.', type: 'check.running' })}/>`];
    case 'skip':
      // The sentence as text: Jenkins' schema has no attribute here.
      return [`<skipped>${escapeMarkup(check.message)}</skipped>`];
  }
}

function details({ severity, blocking, evidence, next_steps }: ReportCheck): string {
  return [
    `Severity: ${severity}${blocking ? ', blocking' : ''}`,
    ...evidence.map(({ kind, value }) => `${kind}: ${value}`),
    ...next_steps.map(({ label, url }) => `${label}: ${url}`),
  ].join('\n');
}

function seconds({ startedAt, completedAt }: ExportedReport): number {
  return startedAt === null || completedAt === null
    ? 0
    : (completedAt.getTime() - startedAt.getTime()) / 1000;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');
}
