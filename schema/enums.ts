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
import { changeKinds } from '../core/verification/report-changes.ts';
import { checkStatuses, reportOveralls } from '../core/verification/report.ts';
import { runOutcomes, runStatuses } from '../core/runs/run.ts';
import { orderDirections, readinesses, tenantOrderFields, tenantStatuses } from '../core/tenants/tenant.ts';

/**
 * Values are stored and spoken in lower case inside and written in upper case by GraphQL's custom: `provider.view`
 * inside is PROVIDER_VIEW outside. No value is listed twice: every enum here is made from core's list.
 */
function toEnum<V extends string>(
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
  readonly: 'Sees everything it is entitled to and changes nothing.',
  operator: 'May also start operations and acknowledge failing checks.',
  manager: 'May also manage tenants, connections and credentials.',
  owner: 'May also manage members; entitled to every tenant of the workspace.',
});

export const Capability = toEnum('Capability', 'What a role allows.', capabilities);

export const ApiTokenStatus = toEnum('ApiTokenStatus', 'Whether an API token works.', apiTokenStatuses, {
  expired: 'It ran out by itself.',
});

export const TenantStatus = toEnum('TenantStatus', 'Where a tenant is in its life with us.', tenantStatuses);

export const TenantOrderField = toEnum(
  'TenantOrderField',
  'What a list of tenants is sorted by; equals are sorted by name.',
  tenantOrderFields,
  {
    readiness: 'Ascending begins with what needs somebody most: blocked, … , ready.',
    latest_verification: 'When the latest attempt was started; never counts as longest ago.',
  },
);

export const OrderDirection = toEnum('OrderDirection', 'Which end of a list comes first.', orderDirections);

export const Readiness = toEnum('Readiness', 'Can we manage this tenant right now?', readinesses, {
  ready: 'Everything that was checked passed.',
  needs_attention: 'It can be managed, but something failed, is odd, or could not be read.',
  blocked: 'It cannot be managed: a blocking check failed.',
  running: 'A verification is queued or running.',
  never_verified: 'No verification was ever attempted.',
});

export const OperationRunStatus = toEnum('OperationRunStatus', 'Never goes backwards.', runStatuses);

export const OperationRunOutcome = toEnum(
  'OperationRunOutcome',
  'How the operation itself ended.',
  runOutcomes,
  {
    pending: 'Not completed yet.',
    partially_succeeded: 'It worked, but a part of it could not be done.',
    failed: 'It could not be done; the failure summary says why.',
    blocked: 'It was refused at the start because a prerequisite is missing.',
  },
);

export const VerificationOverall = toEnum(
  'VerificationOverall',
  'What a report says of the tenant.',
  reportOveralls,
);

export const CheckStatus = toEnum('CheckStatus', 'The verdict of one check.', checkStatuses, {
  unknown: 'It could not be read, so nothing is claimed.',
  skip: 'Not checked, because a check it depends on did not pass.',
});

export const ChangeKind = toEnum(
  'VerificationChangeKind',
  'How a check differs from the previous report.',
  changeKinds,
  {
    new_failing: 'It fails now and did not then.',
    fixed: 'It failed then and passes now.',
    still_failing: 'It fails as before, but for another reason or on other evidence.',
    changed: 'Anything else: another verdict, reason, severity or evidence.',
    added: 'The check did not exist then.',
    removed: 'The check does not exist any more.',
  },
);

export const AcknowledgementEnd = toEnum(
  'AcknowledgementEnd',
  'Why an acknowledgement holds no longer.',
  acknowledgementEnds,
  {
    expired: 'It was given until a date, and that has passed.',
    check_changed: 'The check said something else afterwards, or the same on other evidence.',
  },
);

export const OnboardingStatus = toEnum('OnboardingStatus', 'How an onboarding stands.', onboardingStatuses, {
  cancelled: 'Given up; what it had found out stays readable.',
});

export const CheckSeverity = toEnum('CheckSeverity', 'How much it matters.', severities);

export const ProviderConnectionStatus = toEnum(
  'ProviderConnectionStatus',
  'Whether the connection can be used.',
  connectionStatuses,
);

export const ProviderHealthStatus = toEnum(
  'ProviderHealthStatus',
  'What the latest verification over this connection found.',
  healthStatuses,
);

export const CredentialType = toEnum(
  'CredentialType',
  'How the application proves who it is.',
  credentialTypes,
);

export const BadgeColor = toEnum('BadgeColor', 'A meaning; the client chooses the colour.', badgeColors);

export const OperationStart = toEnum('OperationStart', 'How an operation is started.', operationStarts, {
  start_operation: 'By the startOperation mutation.',
  own_mutation: 'By a mutation of its own; startOperation refuses it.',
});

export const StartResult = toEnum(
  'StartResult',
  'What became of a request to start an operation.',
  ['started', 'deduped', 'scope_busy', 'blocked'] as const,
  {
    started: 'A new run was queued.',
    deduped: 'The same run is under way already; this is it.',
    scope_busy: 'Another operation is using the connection; this is the run in the way.',
    blocked: 'A prerequisite is missing; the run records why and what to do.',
  },
);

export const CapabilityState = toEnum(
  'CapabilityState',
  'What is known about reading or writing a workload.',
  capabilityStates,
  {
    verified: 'Microsoft Graph answered a live request.',
    declared: 'The application holds the permission; it was not exercised.',
    pending: 'Granted, but Microsoft Graph does not honour it yet.',
    missing: 'Not permitted.',
    unknown: 'Could not be read.',
    not_checked: 'Not asked for.',
  },
);

export const ReasonActor = toEnum('ReasonActor', 'Who has to act on a reason.', actors);

export const PermissionProfile = toEnum(
  'PermissionProfile',
  'A set of permissions that a tenant can be required to grant.',
  permissionProfileNames,
  {
    read: 'Read everything that is managed.',
    manage: 'Change it as well.',
    scripts: 'Read and change scripts.',
  },
);

export const PermissionNeed = toEnum(
  'PermissionNeed',
  'What a permission asks of its reader, the most urgent first.',
  permissionNeeds,
  {
    act: 'Somebody has to do something.',
    wait: 'It mends itself.',
    unknown: 'It could not be read.',
  },
);

export const FindingStatus = toEnum('FindingStatus', 'Whether somebody has dealt with it.', findingStatuses);

export const FindingSeverity = toEnum('FindingSeverity', 'How much it matters.', findingSeverities);

export const FindingChange = toEnum('FindingChange', 'What became of the thing.', findingChanges);

export const CollectionKind = toEnum(
  'CollectionKind',
  'A collection of a directory that is kept as inventory.',
  collectionKinds,
);
