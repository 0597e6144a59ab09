import { findingOf, type JudgedRun } from '../runs/verdict.ts';
import type { Completeness } from '../backup/backup.ts';
import type { BackupState } from '../backup/policy.ts';
import type { PartStatus } from '../backup/timeline.ts';
import type { ConnectionStatus, HealthStatus } from '../connections/connection.ts';
import type { ApiTokenStatus } from '../people/member.ts';
import type { FindingChange } from '../inventory/findings.ts';
import type { OnboardingStatus } from '../onboarding/onboarding.ts';
import type { PermissionState } from '../connections/permission-profiles.ts';
import type { Severity } from '../reasons/reasons.ts';
import type { CheckStatus, ReportOverall } from '../runs/report-summary.ts';
import type { RestoreRunStatus } from '../restore/restore-run.ts';
import type { CapabilityState } from '../verification/capability-matrix.ts';
import type { RunOutcome, RunStatus } from '../runs/run.ts';
import type { Readiness, TenantStatus } from '../tenants/tenant.ts';

/** The one mapping from a status-like value to how it is shown. Pure; unknown values get the neutral default. */
export interface Badge {
  readonly label: string;
  /** A meaning, not a color: the web maps it to its theme. */
  readonly color: BadgeColor;
  readonly icon: string;
}
export const badgeColors = ['neutral', 'info', 'success', 'warning', 'danger'] as const;
export type BadgeColor = (typeof badgeColors)[number];

const neutral = (label: string, icon = 'circle'): Badge => ({ label, color: 'neutral', icon });
const info = (label: string, icon = 'info'): Badge => ({ label, color: 'info', icon });
const success = (label: string, icon = 'checkmark-circle'): Badge => ({ label, color: 'success', icon });
const warning = (label: string, icon = 'warning'): Badge => ({ label, color: 'warning', icon });
const danger = (label: string, icon = 'error-circle'): Badge => ({ label, color: 'danger', icon });

const runStatus = {
  queued: neutral('Queued', 'clock'),
  running: info('Running', 'arrow-sync'),
  completed: neutral('Completed', 'checkmark-circle'),
} satisfies Record<RunStatus, Badge>;

const runOutcome = {
  pending: neutral('Pending', 'clock'),
  succeeded: success('Succeeded'),
  partially_succeeded: warning('Partially succeeded'),
  failed: danger('Failed'),
  blocked: danger('Blocked', 'prohibited'),
  cancelled: neutral('Cancelled', 'dismiss-circle'),
} satisfies Record<RunOutcome, Badge>;

const overall = {
  ready: success('Ready'),
  needs_attention: warning('Needs attention'),
  blocked: danger('Blocked', 'prohibited'),
  running: info('Running', 'arrow-sync'),
} satisfies Record<ReportOverall, Badge>;

const checkStatus = {
  pass: success('Pass'),
  fail: danger('Fail'),
  warn: warning('Warning'),
  unknown: neutral('Unknown', 'question-circle'),
  skip: neutral('Skipped', 'subtract-circle'),
  running: info('Running', 'arrow-sync'),
} satisfies Record<CheckStatus, Badge>;

const severity = {
  info: neutral('Info', 'info'),
  low: info('Low', 'info'),
  medium: warning('Medium'),
  high: danger('High', 'warning'),
  critical: danger('Critical', 'error-circle'),
} satisfies Record<Severity, Badge>;

const waiting = neutral('Pending', 'clock');
const running = info('Running', 'arrow-sync');
const partial = warning('Partial');
const failed = danger('Failed');
const skipped = neutral('Skipped', 'subtract-circle');

/** Domain names are public (`badgeCatalog`); values are the stored ones, lower case. */
export const badgeDomains = {
  tenant_status: {
    onboarding: info('Onboarding', 'clock'),
    active: success('Active'),
    archived: neutral('Archived', 'archive'),
  } satisfies Record<TenantStatus, Badge>,
  tenant_is_current: { true: info('Current', 'star'), false: neutral('Not current') },
  tenant_readiness: {
    ready: success('Ready'),
    needs_attention: warning('Needs attention'),
    blocked: danger('Blocked', 'prohibited'),
    running: info('Running', 'arrow-sync'),
    never_verified: neutral('Never verified', 'question-circle'),
  } satisfies Record<Readiness, Badge>,
  operation_run_status: runStatus,
  /** `partial` is a badge value only: no run ever has that outcome. */
  operation_run_outcome: { ...runOutcome, partial: runOutcome.partially_succeeded },
  verification_overall: overall,
  check_status: checkStatus,
  check_severity: severity,
  connection_status: {
    needs_consent: warning('Needs consent', 'shield-error'),
    connected: success('Connected', 'plug-connected'),
    error: danger('Error', 'plug-disconnected'),
    disabled: neutral('Disabled', 'pause-circle'),
  } satisfies Record<ConnectionStatus, Badge>,
  connection_health: {
    unknown: neutral('Unknown', 'question-circle'),
    healthy: success('Healthy'),
    degraded: warning('Degraded'),
    unhealthy: danger('Unhealthy'),
  } satisfies Record<HealthStatus, Badge>,
  permission_state: {
    effective: success('Effective'),
    granted_not_yet_effective: info('Granted, not yet effective', 'clock'),
    revoked_still_effective: warning('Revoked, still effective'),
    missing: danger('Missing'),
    unverifiable: neutral('Unverifiable', 'question-circle'),
  } satisfies Record<PermissionState, Badge>,
  capability_state: {
    verified: success('Verified'),
    declared: info('Declared'),
    pending: info('Pending', 'clock'),
    missing: danger('Missing'),
    unknown: neutral('Unknown', 'question-circle'),
    not_checked: neutral('Not checked', 'subtract-circle'),
  } satisfies Record<CapabilityState, Badge>,
  /** Write access that the tenant is not required to grant: a missing permission is a choice, not a problem. */
  capability_write_optional: {
    missing: neutral('Not granted', 'subtract-circle'),
  },
  inventory_sync_run: {
    pending: waiting,
    running,
    success: success('Success'),
    partial,
    failed,
    skipped,
  },
  backup_schedule_run: {
    running,
    success: success('Success'),
    partial,
    failed,
    canceled: neutral('Canceled', 'dismiss-circle'),
    skipped,
  },
  entra_group_sync_run: { pending: waiting, running, succeeded: success('Succeeded'), partial, failed },
  entra_group_sync_safety_stop: {
    true: danger('Safety stop', 'shield-error'),
    false: neutral('No safety stop'),
  },
  backup_state: {
    protected: success('Protected', 'shield-checkmark'),
    partial: warning('Partly backed up'),
    stale: danger('Backup too old', 'clock'),
    never: neutral('No backup', 'subtract-circle'),
  } satisfies Record<BackupState, Badge>,
  backup_completeness: {
    complete: success('Complete'),
    partial,
  } satisfies Record<Completeness, Badge>,
  backup_part: {
    read: success('Read'),
    partial,
    unreadable: danger('Unreadable'),
    not_applicable: neutral('Does not exist here', 'subtract-circle'),
  } satisfies Record<PartStatus, Badge>,
  restore_run: {
    draft: neutral('Draft', 'document'),
    scoped: info('Scoped', 'document'),
    checked: info('Checked', 'document'),
    previewed: info('Previewed', 'document'),
    pending: waiting,
    queued: neutral('Queued', 'clock'),
    running,
    completed: success('Completed'),
    partial,
    failed,
    cancelled: neutral('Cancelled', 'dismiss-circle'),
  } satisfies Record<RestoreRunStatus, Badge>,
  finding_status: { new: danger('New'), acknowledged: neutral('Acknowledged', 'checkmark-circle') },
  finding_severity: severity,
  api_token_status: {
    active: success('Active'),
    expired: neutral('Expired', 'clock'),
    revoked: neutral('Revoked', 'prohibited'),
  } satisfies Record<ApiTokenStatus, Badge>,
  finding_change: {
    appeared: info('Appeared', 'add-circle'),
    changed: info('Changed', 'edit'),
    renamed: neutral('Renamed', 'rename'),
    gone: warning('Gone', 'subtract-circle'),
  } satisfies Record<FindingChange, Badge>,
  onboarding_status: {
    in_progress: info('In progress', 'arrow-sync'),
    completed: success('Completed'),
    cancelled: neutral('Cancelled', 'dismiss-circle'),
  } satisfies Record<OnboardingStatus, Badge>,
} satisfies Record<string, Record<string, Badge>>;

export type BadgeDomainName = keyof typeof badgeDomains;

/**
 * The result of a run in the one word used everywhere: its status while it is running, then a verification's verdict,
 * otherwise its outcome.
 */
export function badgeOfRun(run: JudgedRun): Badge {
  if (run.status !== 'completed') return badgeFor('operation_run_status', run.status);
  const finding = findingOf(run);
  return finding === null
    ? badgeFor('operation_run_outcome', run.outcome)
    : badgeFor('verification_overall', finding);
}

export function badgeFor(domain: BadgeDomainName, value: string | boolean): Badge {
  const definitions: Record<string, Badge> = badgeDomains[domain];
  const key = String(value);
  return (
    (Object.hasOwn(definitions, key) ? definitions[key] : undefined) ??
    neutral(key || 'Unknown', 'question-circle')
  );
}
