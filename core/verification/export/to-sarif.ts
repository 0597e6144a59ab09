import { toGlobalId } from '../../global-id.ts';
import { evidenceHashOf } from '../evidence.ts';
import type { Severity } from '../../reasons/reasons.ts';
import type { ReportCheck } from '../report-facts.ts';
import type { CheckStatus } from '../../runs/report-summary.ts';
import { acknowledgementOf, describeAcknowledgement, type ExportedReport } from './exported-report.ts';

const schemaUrl =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0 (OASIS): a rule a check, a result a verdict. Acknowledgements are properties and no `suppressions`: a
 * suppressed result is closed for most readers, and an acknowledged failure is still one.
 */
export function toSarif(exported: ExportedReport): string {
  const { report, outcome, completedAt, url, runId } = exported;
  const log = {
    $schema: schemaUrl,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'TenantAtlas',
            informationUri: url,
            version: report.schema_version,
            rules: report.checks.map((check) => toRule(check, url)),
          },
        },
        automationDetails: {
          id: `${report.flow}/${exported.entraTenantId ?? 'none'}/${toGlobalId('run', runId)}`,
        },
        invocations: [
          {
            executionSuccessful: outcome === 'succeeded' || outcome === 'partially_succeeded',
            ...(completedAt === null ? {} : { endTimeUtc: completedAt.toISOString() }),
          },
        ],
        results: report.checks.map((check, index) => toResult(exported, check, index)),
        properties: {
          overall: report.summary.overall,
          fingerprint: report.fingerprint,
          tenant: exported.tenantName,
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule({ key, title, severity, blocking }: ReportCheck, url: string) {
  const about = `${title}: a check of whether TenantAtlas can manage the tenant.${blocking ? ' It blocks.' : ''}`;
  return {
    id: key,
    name: key,
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: {
      text: `${about} Results and next steps: ${url}`,
      markdown: `${about} [Results and next steps](${url})`,
    },
    helpUri: url,
    properties: { blocking, 'security-severity': securitySeverity[severity] },
  };
}

/** How code scanning of GitHub sorts: its bands for critical, high, medium and low begin at 9.0, 7.0, 4.0 and 0.1. */
const securitySeverity: Record<Severity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.0',
};

function toResult(exported: ExportedReport, check: ReportCheck, ruleIndex: number) {
  const given = acknowledgementOf(exported, check);
  return {
    ruleId: check.key,
    ruleIndex,
    ...kindAndLevel(check),
    message: { text: check.message || 'Not finished yet.' },
    locations: [{ ...placeInRepository, logicalLocations: [toLocation(exported, check)] }],
    partialFingerprints: { 'tenantAtlasCheck/v1': evidenceHashOf(check) },
    hostedViewerUri: exported.url,
    properties: {
      status: check.status,
      severity: check.severity,
      blocking: check.blocking,
      reasonCode: check.reason_code,
      evidence: check.evidence.map(({ kind, value }) => ({ kind, value })),
      nextSteps: check.next_steps.map(({ label, url }) => ({ label, url })),
      ...(given === null ? {} : { acknowledgement: describeAcknowledgement(given) }),
    },
  };
}

/** Code scanning of GitHub refuses a result that is in no file; there is none, so it is the whole repository. */
const placeInRepository = {
  physicalLocation: {
    artifactLocation: { uri: 'tenantatlas', uriBaseId: '%SRCROOT%' },
    region: { startLine: 1 },
  },
};

function toLocation({ entraTenantId, runId, tenantName }: ExportedReport, { key }: ReportCheck) {
  const tenant = entraTenantId ?? toGlobalId('run', runId);
  return { name: tenantName, fullyQualifiedName: `${tenant}/${key}`, kind: 'resource' };
}

const kinds: Record<Exclude<CheckStatus, 'fail' | 'warn'>, string> = {
  pass: 'pass',
  /** Evaluated without enough information to decide. */
  unknown: 'open',
  running: 'open',
  skip: 'notApplicable',
};

/** Whatever is not of kind `fail` must have level `none` (3.27.10). */
function kindAndLevel({ status, severity }: ReportCheck): { readonly kind: string; readonly level: string } {
  switch (status) {
    case 'fail':
      return { kind: 'fail', level: failureLevels[severity] };
    case 'warn':
      return { kind: 'fail', level: severity === 'info' || severity === 'low' ? 'note' : 'warning' };
    case 'pass':
    case 'unknown':
    case 'running':
    case 'skip':
      return { kind: kinds[status], level: 'none' };
  }
}

const failureLevels: Record<Severity, string> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
