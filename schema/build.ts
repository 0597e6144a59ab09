import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type BuildSchemaOptions, type ContainerType, type PubSub } from 'type-graphql';
import { ApiTokenResolver, ViewerApiTokenResolver } from './people/api-token.resolver.ts';
import { AuditEntryResolver, AuditLogResolver } from './people/audit.resolver.ts';
import { BadgeResolver } from './presentation/badge.resolver.ts';
import {
  FindingResolver,
  TenantFindingsResolver,
  WorkspaceFindingsResolver,
} from './inventory/finding.resolver.ts';
import { TenantInventoryResolver } from './inventory/inventory.resolver.ts';
import {
  BackupHealthResolver,
  BackupResolver,
  PolicyResolver,
  PolicyOneVersionResolver,
  PolicyVersionResolver,
  TenantBackupResolver,
} from './backup/policy.resolver.ts';
import { EventResolver, WorkspaceEventsResolver } from './notifications/event.resolver.ts';
import {
  BackupGapResolver,
  BackupSetPartResolver,
  BackupSetResolver,
  TenantBackupSetResolver,
} from './backup/backup-set.resolver.ts';
import { CancelResolver } from './runs/cancel.resolver.ts';
import {
  TenantOnboardingResolver,
  WorkspaceOnboardingResolver,
} from './onboarding/onboarding-fields.resolver.ts';
import { DiscoveryResolver } from './onboarding/discovery.resolver.ts';
import {
  ConsentLinkPayloadResolver,
  OnboardingMutations,
  OnboardingPayloadResolver,
} from './onboarding/onboarding.mutations.ts';
import { OnboardingSessionResolver } from './onboarding/onboarding.resolver.ts';
import {
  TenantMemberResolver,
  TenantMemberRoleResolver,
  WorkspaceMemberResolver,
} from './people/member.resolver.ts';
import { RoleResolver } from './people/role.resolver.ts';
import { OperationRunActionsResolver } from './runs/operation-run-actions.resolver.ts';
import { OperationRunResolver } from './runs/operation-run.resolver.ts';
import { RunResultResolver } from './runs/run-result.resolver.ts';
import { OperationRunSubscription } from './runs/operation-run.subscription.ts';
import { StartResolver } from './runs/start.resolver.ts';
import { OperationTypeResolver } from './runs/operation-type.resolver.ts';
import { ReasonResolver } from './reasons/reason.resolver.ts';
import { CapabilityRowResolver, CapabilityResolver } from './verification/capability.resolver.ts';
import { PermissionResolver } from './connections/permission.resolver.ts';
import { NextRecheckResolver, RecheckResolver } from './verification/recheck.resolver.ts';
import { CloudResolver } from './connections/cloud.resolver.ts';
import { ConnectionManagementResolver } from './connections/connection-management.resolver.ts';
import { CredentialRuleResolver } from './connections/credential-rule.resolver.ts';
import { ProviderConnectionActionsResolver } from './connections/provider-connection-actions.resolver.ts';
import { ProviderConnectionResolver } from './connections/provider-connection.resolver.ts';
import {
  ProviderCredentialCandidateResolver,
  ProviderCredentialResolver,
} from './connections/provider-credential.resolver.ts';
import {
  ReadinessHistoryResolver,
  TenantReadinessDaysResolver,
  WorkspaceReadinessHistoryResolver,
} from './tenants/readiness-history.resolver.ts';
import { TenantManagementResolver } from './tenants/tenant-management.resolver.ts';
import { TenantResolver } from './tenants/tenant.resolver.ts';
import {
  AcknowledgedCountResolver,
  AcknowledgementOfCheckResolver,
  AcknowledgementResolver,
  AcknowledgeResolver,
  VerificationCheckPayloadResolver,
} from './verification/acknowledgement.resolver.ts';
import { VerificationCheckResolver } from './verification/verification-check.resolver.ts';
import {
  VerificationChangeResolver,
  VerificationReportResolver,
  VerificationSummaryResolver,
} from './verification/verification-report.resolver.ts';
import {
  FreezeMutations,
  FreezeResolver,
  TenantFreezeResolver,
  WorkspaceFreezeResolver,
} from './schedules/freeze.resolver.ts';
import {
  OperationRunScheduleResolver,
  ScheduleRunResolver,
  TenantScheduleRunsResolver,
  WorkspaceScheduleRunsResolver,
} from './schedules/schedule-run.resolver.ts';
import { ScheduleMutations } from './schedules/schedule.mutations.ts';
import {
  ScheduleResolver,
  ScheduleRoundResolver,
  WorkspaceSchedulesResolver,
} from './schedules/schedule.resolver.ts';
import {
  BackupScheduleRunType,
  SyncScheduleRunType,
  VerificationScheduleRunType,
} from './schedules/schedule-run.type.ts';
import { ViewerResolver } from './people/viewer.resolver.ts';
import { ReasonClusterResolver, WorkspaceReasonsResolver } from './verification/reason-cluster.resolver.ts';
import { WorkspaceAccessSubscription } from './people/workspace-access.subscription.ts';
import { WorkspaceActionsResolver } from './tenants/workspace-actions.resolver.ts';
import { WorkspaceManagementResolver } from './tenants/workspace-management.resolver.ts';
import { WorkspaceResolver } from './tenants/workspace.resolver.ts';
import { DateTime } from './scalars.ts';
import { assertListBounds } from './list-bounds.ts';
import { NodeResolver } from './node.resolver.ts';
import { withGlobalIds } from './global-ids.ts';

const resolvers: BuildSchemaOptions['resolvers'] = [
  ViewerResolver,
  WorkspaceResolver,
  WorkspaceReasonsResolver,
  ReasonClusterResolver,
  WorkspaceActionsResolver,
  WorkspaceAccessSubscription,
  TenantResolver,
  CapabilityResolver,
  CapabilityRowResolver,
  RecheckResolver,
  NextRecheckResolver,
  PermissionResolver,
  ReasonResolver,
  ProviderConnectionResolver,
  ProviderConnectionActionsResolver,
  ProviderCredentialResolver,
  ProviderCredentialCandidateResolver,
  ConnectionManagementResolver,
  CredentialRuleResolver,
  CloudResolver,
  OperationRunResolver,
  RunResultResolver,
  OperationRunActionsResolver,
  OperationRunSubscription,
  StartResolver,
  CancelResolver,
  FindingResolver,
  WorkspaceFindingsResolver,
  TenantFindingsResolver,
  TenantInventoryResolver,
  BackupHealthResolver,
  BackupResolver,
  BackupGapResolver,
  BackupSetPartResolver,
  BackupSetResolver,
  TenantBackupSetResolver,
  TenantBackupResolver,
  PolicyResolver,
  PolicyOneVersionResolver,
  PolicyVersionResolver,
  VerificationReportResolver,
  VerificationSummaryResolver,
  VerificationChangeResolver,
  VerificationCheckResolver,
  AcknowledgeResolver,
  AcknowledgementResolver,
  AcknowledgementOfCheckResolver,
  AcknowledgedCountResolver,
  VerificationCheckPayloadResolver,
  OnboardingSessionResolver,
  OnboardingMutations,
  DiscoveryResolver,
  OnboardingPayloadResolver,
  ConsentLinkPayloadResolver,
  TenantOnboardingResolver,
  WorkspaceOnboardingResolver,
  BadgeResolver,
  OperationTypeResolver,
  ReadinessHistoryResolver,
  TenantReadinessDaysResolver,
  WorkspaceReadinessHistoryResolver,
  TenantManagementResolver,
  WorkspaceManagementResolver,
  WorkspaceMemberResolver,
  TenantMemberResolver,
  TenantMemberRoleResolver,
  RoleResolver,
  ViewerApiTokenResolver,
  ApiTokenResolver,
  AuditLogResolver,
  AuditEntryResolver,
  ScheduleResolver,
  ScheduleRoundResolver,
  ScheduleMutations,
  WorkspaceSchedulesResolver,
  WorkspaceEventsResolver,
  EventResolver,
  ScheduleRunResolver,
  WorkspaceScheduleRunsResolver,
  TenantScheduleRunsResolver,
  OperationRunScheduleResolver,
  FreezeMutations,
  FreezeResolver,
  WorkspaceFreezeResolver,
  TenantFreezeResolver,
  NodeResolver,
];

export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    // Reached only through the interface that they implement.
    orphanedTypes: [VerificationScheduleRunType, SyncScheduleRunType, BackupScheduleRunType],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    container: createContainer(),
    pubSub: noPubSub,
    validate: false,
  });
  assertListBounds(schema);
  return withGlobalIds(schema);
}

/** The committed schema.graphql: sorted, so that its diff shows changes of the contract and nothing else. */
export function printSchemaFile(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** type-graphql's own container searches linearly at every call of a resolver. */
function createContainer(): ContainerType {
  const instances = new Map<unknown, unknown>();
  return {
    get(resolver: new () => unknown) {
      const known = instances.get(resolver);
      if (known !== undefined) return known;
      const made = new resolver();
      instances.set(resolver, made);
      return made;
    },
  };
}

/** Demanded by type-graphql; our subscriptions bring iterators of their own, because its pub/sub buffers without bound. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error('publish to flows/live/hub.ts instead');
  },
  subscribe: () => {
    throw new Error('subscribe through flows/live/hub.ts instead');
  },
};
