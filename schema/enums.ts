import { registerEnumType } from 'type-graphql';
import { acknowledgementEnds } from '../core/verification/acknowledgement.ts';
import { capabilities, roles } from '../core/access/access.ts';
import { operationStarts } from '../core/runs/operation-types.ts';
import { badgeColors } from '../core/presentation/badges.ts';
import { connectionStatuses, credentialTypes, healthStatuses } from '../core/connections/connection.ts';
import { capabilityStates } from '../core/verification/capability-matrix.ts';
import { permissionNeeds } from '../core/connections/permission-needs.ts';
import { permissionProfileNames } from '../core/connections/permission-profiles.ts';
import { findingChanges, findingSeverities, findingStatuses } from '../core/inventory/findings.ts';
import { collectionKinds } from '../core/inventory/inventory.ts';
import { actors, severities } from '../core/reasons/reasons.ts';
import { apiTokenStatuses } from '../core/people/member.ts';
import { onboardingStatuses } from '../core/onboarding/onboarding.ts';
import { checkGroups } from '../core/verification/check-groups.ts';
import { changeKinds } from '../core/verification/report-changes.ts';
import { checkStatuses, reportOveralls } from '../core/runs/report-summary.ts';
import { runOutcomes, runStatuses, runTriggers } from '../core/runs/run.ts';
import { cadenceKinds } from '../core/schedules/cadence.ts';
import { clockChanges } from '../core/schedules/local-time.ts';
import { scheduleRunStatuses } from '../core/schedules/schedule-run.ts';
import { orderDirections, readinesses, tenantOrderFields, tenantStatuses } from '../core/tenants/tenant.ts';

/**
 * Values are stored and spoken in lower case inside and written in upper case by GraphQL's custom: `provider.view`
 * inside is PROVIDER_VIEW outside. No value is listed twice: every enum here is made from core's list.
 */
export function toEnum<V extends string>(
  name: string,
  description: string,
  values: readonly V[],
  about: Partial<Record<V, string>> = {},
): Record<string, V> {
  const entries = values.map((value) => [toName(value), value] as const);
  const enumObject = Object.fromEntries(entries);
  const valuesConfig = Object.fromEntries(
    entries.flatMap(([key, value]) =>
      about[value] === undefined ? [] : [[key, { description: about[value] }]],
    ),
  );
  registerEnumType(enumObject, { name, description, valuesConfig });
  return enumObject;
}

const toName = (value: string): string => value.toUpperCase().replaceAll('.', '_');

export const WorkspaceRole = toEnum('WorkspaceRole', 'In ascending order of power.', roles, {
  readonly: 'Sees everything it is entitled to; changes nothing.',
  operator: 'May also start operations and acknowledge failing checks.',
  manager: 'May also manage tenants, connections and credentials.',
  owner: 'May also manage members; entitled to every tenant of the workspace.',
});

export const Capability = toEnum('Capability', 'What a role allows.', capabilities);

export const ApiTokenStatus = toEnum('ApiTokenStatus', 'Whether an API token works.', apiTokenStatuses, {
  expired: 'The expiry date has passed.',
});

export const TenantStatus = toEnum('TenantStatus', 'A tenant’s lifecycle status.', tenantStatuses);

export const TenantOrderField = toEnum(
  'TenantOrderField',
  'What to sort tenants by; ties are sorted by name.',
  tenantOrderFields,
  {
    readiness: 'Ascending starts with the most urgent: blocked, …, ready.',
    latest_verification: 'When the latest attempt started; never verified counts as oldest.',
  },
);

export const OrderDirection = toEnum('OrderDirection', 'Sort direction.', orderDirections);

export const Readiness = toEnum('Readiness', 'Can we manage this tenant right now?', readinesses, {
  ready: 'Every check passed.',
  needs_attention: 'It can be managed, but a check failed, warned or could not be read.',
  blocked: 'It cannot be managed: a blocking check failed.',
  running: 'A verification is queued or running.',
  never_verified: 'No verification has been attempted.',
});

export const OperationRunStatus = toEnum('OperationRunStatus', 'Never goes backwards.', runStatuses);

export const OperationRunOutcome = toEnum(
  'OperationRunOutcome',
  'How the operation itself ended.',
  runOutcomes,
  {
    pending: 'Not completed yet.',
    partially_succeeded: 'It succeeded except for some part.',
    failed: 'It failed; the failure summary says why.',
    blocked: 'Refused at the start because a prerequisite is missing.',
  },
);

export const OperationRunTrigger = toEnum('OperationRunTrigger', 'What started a run.', runTriggers, {
  user: 'A person who was signed in.',
  api_token: 'A script with an API token.',
  consent: 'The customer’s admin consent, during onboarding.',
  recheck: 'An automatic re-check that waited for a permission to become effective.',
  schedule: 'A schedule of the workspace.',
});

export const ScheduleCadenceKind = toEnum(
  'ScheduleCadenceKind',
  'How often a schedule is due.',
  cadenceKinds,
);

export const ClockChange = toEnum('ClockChange', 'What a clock change does to a due time.', clockChanges, {
  shifted: 'The local time does not exist that day; the next one that does is taken.',
  doubled: 'The local time comes twice that day; the first is taken.',
});

export const ScheduleRunStatus = toEnum(
  'ScheduleRunStatus',
  'What became of a tenant at a due time.',
  scheduleRunStatuses,
  {
    success: 'The run did its work, whatever the results for the tenant.',
    partial: 'Some part of it could not be done.',
    skipped: 'Nothing was started; the reason says why.',
  },
);

export const VerificationOverall = toEnum(
  'VerificationOverall',
  'A report’s overall verdict.',
  reportOveralls,
);

export const CheckStatus = toEnum('CheckStatus', 'The verdict of one check.', checkStatuses, {
  unknown: 'Could not be read, so no claim is made.',
  skip: 'Not checked because a check it depends on did not pass.',
});

export const CheckGroup = toEnum(
  'VerificationCheckGroup',
  'Checks that ask the same of a reader; groupPosition says in which order.',
  checkGroups,
  {
    blocking: 'Failing, and the tenant cannot be managed until they pass.',
    not_run: 'The run was cancelled or its worker lost before it got to them.',
    acknowledged: 'Failing, warning or unknown, and acknowledged.',
  },
);

export const ChangeKind = toEnum(
  'VerificationChangeKind',
  'How a check differs from the previous report.',
  changeKinds,
  {
    new_failing: 'It fails now and did not before.',
    fixed: 'It failed before and passes now.',
    still_failing: 'It still fails, but for another reason or on other evidence.',
    changed: 'Any other difference in result, reason, severity or evidence.',
    added: 'The check is new.',
    removed: 'The check no longer exists.',
  },
);

export const AcknowledgementEnd = toEnum(
  'AcknowledgementEnd',
  'Why the acknowledgement no longer applies.',
  acknowledgementEnds,
  {
    expired: 'Its expiry date has passed.',
    check_changed: 'A later verification found another result, or the same result on other evidence.',
  },
);

export const OnboardingStatus = toEnum(
  'OnboardingStatus',
  'The status of an onboarding.',
  onboardingStatuses,
  {
    cancelled: 'Cancelled. Its results stay readable.',
  },
);

export const CheckSeverity = toEnum('CheckSeverity', 'How severe it is.', severities);

export const ProviderConnectionStatus = toEnum(
  'ProviderConnectionStatus',
  'Whether the connection can be used.',
  connectionStatuses,
);

export const ProviderHealthStatus = toEnum(
  'ProviderHealthStatus',
  'What the latest verification of this connection found.',
  healthStatuses,
);

export const CredentialType = toEnum('CredentialType', 'How the application authenticates.', credentialTypes);

export const BadgeColor = toEnum('BadgeColor', 'A meaning; the client picks the color.', badgeColors);

export const OperationStart = toEnum('OperationStart', 'How an operation is started.', operationStarts, {
  start_operation: 'By the startOperation mutation.',
  own_mutation: 'By a mutation of its own; startOperation refuses it.',
});

export const StartResult = toEnum(
  'StartResult',
  'The result of a request to start an operation.',
  ['started', 'deduped', 'scope_busy', 'blocked'] as const,
  {
    started: 'A new run was queued.',
    deduped: 'An identical run is already active; it is returned.',
    scope_busy: 'Another operation is using the connection; its run is returned.',
    blocked: 'A prerequisite is missing; the run records why and what to do.',
  },
);

export const CapabilityState = toEnum(
  'CapabilityState',
  'What is known about reading or writing in a workload.',
  capabilityStates,
  {
    verified: 'Microsoft Graph answered a live request.',
    declared: 'The application has the permission; it was not exercised.',
    pending: 'Granted, but not yet effective in Microsoft Graph.',
    missing: 'Not permitted.',
    unknown: 'Could not be read.',
    not_checked: 'Not requested.',
  },
);

export const ReasonActor = toEnum('ReasonActor', 'Who has to act on a reason.', actors);

export const PermissionProfile = toEnum(
  'PermissionProfile',
  'A set of permissions that a tenant can be required to grant.',
  permissionProfileNames,
  {
    read: 'Read everything TenantAtlas manages.',
    manage: 'Change it as well.',
    scripts: 'Read and change scripts.',
  },
);

export const PermissionNeed = toEnum(
  'PermissionNeed',
  'What a permission asks you to do, most urgent first.',
  permissionNeeds,
  {
    act: 'Someone has to act.',
    wait: 'It resolves itself; wait.',
    unknown: 'It could not be read.',
  },
);

export const FindingStatus = toEnum('FindingStatus', 'Whether it has been acknowledged.', findingStatuses);

export const FindingSeverity = toEnum('FindingSeverity', 'How severe it is.', findingSeverities);

export const FindingChange = toEnum('FindingChange', 'How the object changed.', findingChanges);

export const CollectionKind = toEnum(
  'CollectionKind',
  'A kind of directory object that is kept as inventory.',
  collectionKinds,
);
