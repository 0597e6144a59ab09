import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { policyKindRow } from '../../core/backup/policy-kinds.ts';
import type { BackupSet, SetGap, SetPart } from '../../core/backup/policy.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { RequestContext } from '../context.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { PageArgs, toPageRequest } from '../relay.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { messageOf } from '../reasons/message-of.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { BackupGapType, BackupSetConnection, BackupSetPartType, BackupSetType } from './backup-set.type.ts';

@Resolver(() => TenantType)
export class TenantBackupSetResolver {
  @FieldResolver(() => BackupSetConnection, { description: 'The tenant’s backups, newest first.' })
  async backupSets(
    @Root() { id }: Tenant,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof BackupSetConnection>> {
    const page = await view.pageBackupSets(id, toPageRequest(args));
    return new BackupSetConnection(page, (limit) => view.countBackupSets(id, limit));
  }
}

@Resolver(() => BackupSetType)
export class BackupSetResolver {
  @FieldResolver(() => BadgeType, { description: 'How the completeness is shown.' })
  completenessBadge(@Root() { completeness }: BackupSet): Badge {
    return badgeFor('backup_completeness', completeness);
  }

  @FieldResolver(() => OperationRunType, {
    nullable: true,
    description: 'The run that took it; null if it came from a file or retention has removed the run.',
  })
  async run(
    @Root() { operationRunId }: BackupSet,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun | null> {
    return operationRunId === null ? null : await loaders.run.load(operationRunId);
  }

  @FieldResolver(() => [BackupSetPartType], {
    description: 'What it says of each kind that it was to hold, in the order of reading.',
  })
  async parts(@Root() { id }: BackupSet, @Ctx() { loaders }: RequestContext): Promise<SetPart[]> {
    return await loaders.partsOfSet.load(id);
  }
}

@Resolver(() => BackupSetPartType)
export class BackupSetPartResolver {
  @FieldResolver(() => String, { description: 'What the portal calls the kind, in the plural.' })
  label(@Root() { kind }: SetPart): string {
    return policyKindRow(kind).label;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: SetPart): Badge {
    return badgeFor('backup_part', status);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was not read, as a sentence; null if it was.',
  })
  reason(@Root() { reasonCode }: SetPart): string | null {
    return reasonCode === null ? null : messageOf(reasonCode);
  }

  @FieldResolver(() => [BackupGapType], {
    description: 'What could not be read whole, by name: the first 100 of the backup.',
  })
  async gaps(
    @Root() { setId, kind, gapCount }: SetPart,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SetGap[]> {
    if (gapCount === 0) return [];
    return (await loaders.gapsOfSet.load(setId)).filter((gap) => gap.kind === kind);
  }
}

@Resolver(() => BackupGapType)
export class BackupGapResolver {
  @FieldResolver(() => String, { description: 'Why it could not be read whole, as a sentence.' })
  reason(@Root() { reasonCode }: SetGap): string {
    return messageOf(reasonCode);
  }
}
