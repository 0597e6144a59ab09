import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { toLeaves } from '../../core/backup/leaves.ts';
import type { BackupHealth, Policy, PolicyVersion } from '../../core/backup/policy.ts';
import {
  diffAssignments,
  diffPolicies,
  toTarget,
  type AssignmentTarget,
} from '../../core/backup/policy-diff.ts';
import { policyKindRow } from '../../core/backup/policy-kinds.ts';
import { settingsUsedBy } from '../../core/backup/version.ts';
import { badInput } from '../../core/fault.ts';
import { parseId } from '../../core/global-id.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { RequestContext } from '../context.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { parseText } from '../input-text.ts';
import type { Loaders } from '../loaders.ts';
import { toPageRequest } from '../relay.ts';
import { toPayload, toRequest } from '../runs/start.resolver.ts';
import { StartOperationPayload, StartVerificationInput } from '../runs/start.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import {
  BackupHealthType,
  PolicyArgs,
  PolicyConnection,
  PolicyDiffType,
  PolicySettingType,
  PolicyTargetType,
  PolicyType,
  PolicyVersionType,
} from './policy.type.ts';

/** Longer than any name of a policy. */
const longestSearch = 200;

/** A year of changes of a busy policy (flows/backup/view.ts); each comes with all that it says. */
const maxVersions = 50;

@Resolver()
export class BackupResolver {
  @Mutation(() => StartOperationPayload, {
    description: 'Queues a backup of the tenant’s configuration and returns at once. The run reports live.',
  })
  async startBackup(
    @Arg('input', () => StartVerificationInput, { description: 'The tenant to back up.' })
    input: StartVerificationInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<StartOperationPayload> {
    return toPayload(await flows.startBackup(signIn.viewer, toRequest(input)));
  }
}

@Resolver(() => TenantType)
export class TenantBackupResolver {
  @FieldResolver(() => PolicyConnection, {
    description: 'The policies that backups have seen, by kind and name.',
  })
  async policies(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PolicyArgs) args: PolicyArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof PolicyConnection>> {
    const search = args.search == null ? null : parseText('search', args.search, { max: longestSearch });
    const { kinds = null, includeGone } = args;
    const filter = { tenantId, kinds, search: search === '' ? null : search, includeGone };
    const page = await view.pagePolicies(filter, toPageRequest(args));
    return new PolicyConnection(page, (limit) => view.countPolicies(filter, limit));
  }

  @FieldResolver(() => PolicyType, {
    nullable: true,
    description: 'One policy; null if the tenant has none with this ID.',
  })
  async policy(
    @Root() { id: tenantId }: Tenant,
    @Arg('policyId', () => ID, { description: 'The policy.' }) policyId: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Policy | null> {
    const policy = await loaders.policy.load(parseId('policy', policyId));
    return policy?.tenantId === tenantId ? policy : null;
  }

  @FieldResolver(() => BackupHealthType, { description: 'How well the configuration is backed up.' })
  async backupHealth(@Root() { id }: Tenant, @Ctx() { loaders }: RequestContext): Promise<BackupHealth> {
    const health = await loaders.backupHealthOfTenant.load(id);
    return health ?? { state: 'never', lastSetAt: null, lastCompleteAt: null };
  }
}

@Resolver(() => BackupHealthType)
export class BackupHealthResolver {
  @FieldResolver(() => BadgeType, { description: 'How the state is shown.' })
  stateBadge(@Root() { state }: BackupHealth): Badge {
    return badgeFor('backup_state', state);
  }
}

@Resolver(() => PolicyType)
export class PolicyResolver {
  @FieldResolver(() => [PolicyVersionType], { description: 'Its versions, newest first.' })
  async versions(
    @Root() { id }: Policy,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 20,
      description: 'Number of versions, 1 to 50.',
    })
    first: number,
    @Ctx() { loaders }: RequestContext,
  ): Promise<PolicyVersion[]> {
    if (first < 1 || first > maxVersions) throw badInput('first', `Ask for 1 to ${maxVersions} versions.`);
    return (await loaders.versionsOfPolicy.load(id)).slice(0, first);
  }
}

@Resolver(() => PolicyVersionType)
export class PolicyVersionResolver {
  @FieldResolver(() => Boolean, {
    description: 'It has a secret that Microsoft does not show, so it cannot be restored whole.',
  })
  hasUnknownSecret(@Root() { secretState }: PolicyVersion): boolean {
    return secretState === 'unknown';
  }

  @FieldResolver(() => [PolicySettingType], { description: 'All that it says.' })
  async settings(
    @Root() { kind, spanId }: PolicyVersion,
    @Ctx() { view, loaders }: RequestContext,
  ): Promise<PolicySettingType[]> {
    const payload = await loadContent(loaders, spanId);
    const definitions = await view.settingDefinitions(settingsUsedBy(payload));
    return toLeaves(policyKindRow(kind).form, payload, definitions);
  }

  @FieldResolver(() => [PolicyTargetType], { description: 'Who gets it, and who is left out.' })
  async assignments(
    @Root() { tenantId, assignments }: PolicyVersion,
    @Ctx() context: RequestContext,
  ): Promise<PolicyTargetType[]> {
    return await withNames(context, tenantId, assignments.map(toTarget));
  }

  @FieldResolver(() => PolicyDiffType, {
    nullable: true,
    description:
      'What it says differently from another version of the policy; null if there is no such version.',
  })
  async diff(
    @Root() version: PolicyVersion,
    @Arg('against', () => Int, {
      nullable: true,
      description: 'The other version’s number; the one before if left out.',
    })
    against: number | null,
    @Ctx() context: RequestContext,
  ): Promise<PolicyDiffType | null> {
    const versions = await context.loaders.versionsOfPolicy.load(version.policyId);
    const other = versions.find(({ number }) => number === (against ?? version.number - 1));
    if (other === undefined) return null;
    const { kind, tenantId } = version;
    const [before, after] = await Promise.all(
      [other, version].map(({ spanId }) => loadContent(context.loaders, spanId)),
    );
    const used = [before, after].flatMap(settingsUsedBy);
    const definitions = await context.view.settingDefinitions([...new Set(used)]);
    const { added, removed } = diffAssignments(other.assignments, version.assignments);
    return {
      changes: diffPolicies(kind, before, after, definitions),
      assignmentsAdded: await withNames(context, tenantId, added),
      assignmentsRemoved: await withNames(context, tenantId, removed),
    };
  }
}

async function loadContent({ versionContent }: Loaders, spanId: number): Promise<unknown> {
  return (await versionContent.load(spanId))?.document;
}

async function withNames(
  { view }: RequestContext,
  tenantId: number,
  targets: readonly AssignmentTarget[],
): Promise<PolicyTargetType[]> {
  const ids = targets.flatMap(({ groupId, filterId }) => [groupId, filterId].filter((id) => id !== null));
  const names = await view.policyNames(tenantId, ids);
  return targets.map(({ kind, groupId, filterId, isFromPolicySet }) => ({
    kind,
    groupId,
    groupName: groupId === null ? null : (names.get(groupId) ?? null),
    filterName: filterId === null ? null : (names.get(filterId) ?? filterId),
    isFromPolicySet,
  }));
}
