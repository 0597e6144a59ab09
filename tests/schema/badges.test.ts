import { readFileSync } from 'node:fs';
import { GraphQLEnumType, GraphQLObjectType, getNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { badgeDomains, badgeFor, type BadgeDomainName } from '../../core/presentation/badges.ts';
import { buildSchema } from '../../schema/build.ts';

/** Which badges an enum of the API has. A new enum is listed here, or below when it is no status. */
const domainsOfEnums: Readonly<Record<string, readonly BadgeDomainName[]>> = {
  TenantStatus: ['tenant_status'],
  Readiness: ['tenant_readiness'],
  OperationRunStatus: ['operation_run_status'],
  OperationRunOutcome: ['operation_run_outcome'],
  VerificationOverall: ['verification_overall'],
  CheckStatus: ['check_status'],
  CheckSeverity: ['check_severity'],
  ProviderConnectionStatus: ['connection_status'],
  ProviderHealthStatus: ['connection_health'],
  OnboardingStatus: ['onboarding_status'],
  ApiTokenStatus: ['api_token_status'],
  FindingStatus: ['finding_status'],
  FindingSeverity: ['finding_severity'],
  FindingChange: ['finding_change'],
  CapabilityState: ['capability_state'],
  BackupState: ['backup_state'],
  BackupCompleteness: ['backup_completeness'],
  BackupPartStatus: ['backup_part'],
  ScheduleRunStatus: ['backup_schedule_run'],
};

/** Choices and kinds, which nothing shows as a status. */
const withoutBadge = [
  'BackupSetOrigin',
  'WorkspaceRole',
  'Capability',
  'CredentialType',
  'PermissionProfile',
  'ReasonActor',
  'BadgeColor',
  'StartResult',
  'OperationStart',
  'VerificationChangeKind',
  'VerificationCheckGroup',
  'AcknowledgementEnd',
  'CollectionKind',
  'PermissionNeed',
  'TenantOrderField',
  'OrderDirection',
  'PolicyKind',
  'PolicyChangeKind',
  'PolicyTargetKind',
  'OperationRunTrigger',
  'ScheduleCadenceKind',
  'ClockChange',
];

/** Domains that clients may rely on, and their values; the origin’s are in tests/core/presentation/origin-status.test.ts. */
const promised: Readonly<Record<string, readonly string[]>> = {
  tenant_status: ['onboarding', 'active', 'archived'],
  tenant_is_current: ['true', 'false'],
  operation_run_status: ['queued', 'running', 'completed'],
  operation_run_outcome: ['pending', 'succeeded', 'partially_succeeded', 'failed', 'blocked', 'cancelled'],
  verification_overall: ['ready', 'needs_attention', 'blocked', 'running'],
  check_status: ['pass', 'fail', 'warn', 'unknown', 'skip', 'running'],
  check_severity: ['info', 'low', 'medium', 'high', 'critical'],
  connection_status: ['needs_consent', 'connected', 'error', 'disabled'],
  connection_health: ['unknown', 'healthy', 'degraded', 'unhealthy'],
  finding_status: ['new', 'acknowledged'],
  finding_severity: ['low', 'medium', 'high'],
  backup_state: ['protected', 'partial', 'stale', 'never'],
  backup_completeness: ['complete', 'partial'],
  onboarding_status: ['in_progress', 'completed', 'cancelled'],
};

const types = Object.values(buildSchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const enums = types.filter((type) => type instanceof GraphQLEnumType);
const objects = types.filter((type) => type instanceof GraphQLObjectType);

describe('badges', () => {
  it.each(enums.map((type) => [type.name, type] as const))('define every value of %s', (name, type) => {
    if (withoutBadge.includes(name)) return;
    const domains = domainsOfEnums[name];
    if (domains === undefined) expect.fail(`${name} has no badge domain and is not listed as no status`);
    for (const domain of domains) {
      const defined = Object.keys(badgeDomains[domain]);
      expect(defined).toEqual(expect.arrayContaining(type.getValues().map(({ value }) => String(value))));
    }
  });

  it('stand beside every status in the API', () => {
    const bare = objects.flatMap((type) => {
      const fields = Object.values(type.getFields());
      const badges = fields
        .filter((field) => getNamedType(field.type).name === 'Badge')
        .map(({ name }) => name);
      return fields
        .filter((field) => Object.hasOwn(domainsOfEnums, getNamedType(field.type).name))
        .filter(
          ({ name }) =>
            !badges.includes(`${name.replace(/Status$/, '')}Badge`) && !badges.includes(`${name}Badge`),
        )
        .map(({ name }) => `${type.name}.${name}`);
    });
    expect(bare).toEqual([]);
  });

  it.each(Object.entries(promised))('know the domain %s', (domain, values) => {
    expect(Object.keys(badgeDomains)).toContain(domain);
    const definitions: Record<string, unknown> = badgeDomains[domain as BadgeDomainName];
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining([...values]));
  });

  it.each(['', 'brand_new', 'constructor', '__proto__'])('are neutral for the unknown value %j', (value) => {
    expect(badgeFor('check_status', value)).toMatchObject({ color: 'neutral', icon: 'question-circle' });
  });
});

it('every badge has an icon in the viewer', () => {
  const drawn = readFileSync(new URL('../../web/ui/status-icon.tsx', import.meta.url), 'utf8');
  const named = Object.entries(badgeDomains).flatMap(([domain, badges]) =>
    Object.keys(badges).map((value) => badgeFor(domain as BadgeDomainName, value).icon),
  );
  const missing = [...new Set(named)].filter((icon) => !new RegExp(`^ {2}'?${icon}'?: `, 'm').test(drawn));
  expect(missing).toEqual([]);
});
