import { Fault, notFound } from '../../core/fault.ts';
import type {
  ExportedAcknowledgement,
  ExportedReport,
} from '../../core/verification/export/exported-report.ts';
import { evidenceHashOf } from '../../core/verification/evidence.ts';
import { badgeFor } from '../../core/presentation/badges.ts';
import { parseReport, type VerificationReport } from '../../core/verification/report.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User } from '../../core/tenants/workspace.ts';
import { assertCapability } from '../access/assert-capability.ts';
import type { ViewOf } from '../access/view-source.ts';
import type { runReads } from '../runs/view.ts';
import type { verificationReads } from './view.ts';

/** The reads of a View that an export uses. */
interface ReportReads
  extends
    Pick<ViewOf<typeof runReads>, 'viewer' | 'wholeRunsById' | 'runScopes'>,
    Pick<ViewOf<typeof verificationReads>, 'reportDocuments' | 'acknowledgements'> {
  tenantsById(ids: readonly number[]): Promise<readonly Pick<Tenant, 'name' | 'role'>[]>;
  usersById(ids: readonly number[]): Promise<readonly Pick<User, 'id' | 'displayName'>[]>;
}

/**
 * The data for an export of a run's report. Throws NOT_FOUND for a run that the viewer cannot see, that does not
 * exist, or that has no report; FORBIDDEN for a token that may not read; REPORT_INVALID for a damaged document.
 */
export async function exportReport(
  view: ReportReads,
  runId: number,
  publicUrl: string,
): Promise<ExportedReport> {
  const [run] = await view.wholeRunsById([runId]);
  const [tenant] = run?.tenantId == null ? [] : await view.tenantsById([run.tenantId]);
  const [stored] = run === undefined ? [] : await view.reportDocuments([runId]);
  const document = stored?.document ?? null;
  if (run === undefined || tenant === undefined || document === null) throw notFound();
  assertCapability(tenant.role, view.viewer, 'view');
  const parsed = parseReport(document);
  if (parsed.kind === 'invalid') {
    throw new Fault('REPORT_INVALID', `The stored report of run ${runId} is damaged: ${parsed.problem}.`);
  }
  const [scope] = await view.runScopes([runId]);
  return {
    runId,
    url: `${publicUrl}/operations/${runId}`,
    tenantName: tenant.name,
    entraTenantId: scope?.scope.target_scope?.entra_tenant_id ?? null,
    outcome: run.outcome,
    startedAt: run.startedAt,
    completedAt: run.completedAt,
    report: withWholeLinks(parsed.report, publicUrl),
    document,
    acknowledgements: await listWithNames(view, runId, parsed.report),
    badges: {
      overall: badgeFor('verification_overall', parsed.report.summary.overall),
      ofCheck: (status) => badgeFor('check_status', status),
    },
  };
}

/** Read far from here, in a build's log or a spreadsheet: a path alone leads nowhere there. */
function withWholeLinks(report: VerificationReport, publicUrl: string): VerificationReport {
  const whole = (url: string) => (url.startsWith('/') ? `${publicUrl}${url}` : url);
  const checks = report.checks.map((check) => ({
    ...check,
    next_steps: check.next_steps.map((step) => ({ ...step, url: whole(step.url) })),
  }));
  return { ...report, checks };
}

async function listWithNames(
  view: ReportReads,
  runId: number,
  { checks }: VerificationReport,
): Promise<ExportedAcknowledgement[]> {
  const given = await view.acknowledgements([runId]);
  if (given.length === 0) return [];
  const hashes = new Set(checks.map(evidenceHashOf));
  const users = await view.usersById([
    ...new Set(given.map(({ acknowledgedByUserId }) => acknowledgedByUserId)),
  ]);
  const names = new Map(users.map(({ id, displayName }) => [id, displayName]));
  return given
    .filter(({ evidenceHash, ended }) => ended === null && hashes.has(evidenceHash))
    .map((one) => ({ ...one, acknowledgedBy: names.get(one.acknowledgedByUserId) ?? 'someone' }));
}
