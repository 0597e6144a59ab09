import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type {
  BackupHealth,
  BackupState as BackupStateValue,
  Policy,
  PolicyVersion,
} from '../../core/backup/policy.ts';
import type { PolicyChange } from '../../core/backup/policy-diff.ts';
import type { PolicyKind as PolicyKindValue } from '../../core/backup/policy-kinds.ts';
import { BackupState, PolicyChangeKind, PolicyKind, PolicyTargetKind } from './backup.enums.ts';
import { NodeType } from '../node.ts';
import { createConnectionType, PageArgs } from '../relay.ts';

@ObjectType('Policy', {
  implements: NodeType,
  description: 'A policy of a tenant’s directory, with every version that backups have seen.',
})
export class PolicyType extends NodeType implements Omit<Policy, 'tenantId'> {
  @Field(() => PolicyKind, { description: 'What kind of policy.' })
  readonly kind!: PolicyKindValue;

  @Field(() => String, { description: 'Microsoft’s id for it.' })
  readonly externalId!: string;

  @Field(() => String, { description: 'Its name when a backup last saw it.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The platform it is for; null if its kind has none.' })
  readonly platform!: string | null;

  @Field(() => Date, { description: 'When a backup first saw it.' })
  readonly firstSeenAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When Microsoft said that it no longer exists; null while it does.',
  })
  readonly goneAt!: Date | null;

  @Field(() => Int, { description: 'How many versions backups have seen.' })
  readonly versionCount!: number;

  @Field(() => Date, { description: 'When a backup first saw its latest version.' })
  readonly changedAt!: Date;
}

export const PolicyConnection = createConnectionType('Policy', () => PolicyType);

@ObjectType('PolicyChange', { description: 'One thing that two versions of a policy say differently.' })
export class PolicyChangeType implements Omit<PolicyChange, 'path'> {
  @Field(() => PolicyChangeKind, { description: 'Whether it was added, removed or changed.' })
  readonly kind!: PolicyChange['kind'];

  @Field(() => [String], { description: 'What it is called, outermost first, in the portal’s words.' })
  readonly label!: readonly string[];

  @Field(() => [String], {
    nullable: true,
    description: 'The values before; null if there were none. Empty for a secret.',
  })
  readonly before!: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The values after; null if there are none. Empty for a secret.',
  })
  readonly after!: readonly string[] | null;

  @Field(() => Boolean, { description: 'A secret: what it is, or was, is not shown.' })
  readonly isSecret!: boolean;
}

@ObjectType('PolicySetting', { description: 'One thing that a policy says.' })
export class PolicySettingType {
  @Field(() => [String], { description: 'What it is called, outermost first, in the portal’s words.' })
  readonly label!: readonly string[];

  @Field(() => [String], { description: 'Its values; empty for a secret.' })
  readonly values!: readonly string[];

  @Field(() => Boolean, { description: 'A secret: it is not shown.' })
  readonly isSecret!: boolean;
}

@ObjectType('PolicyTarget', { description: 'Who gets a policy, or is left out of it.' })
export class PolicyTargetType {
  @Field(() => PolicyTargetKind, { description: 'What kind of target.' })
  readonly kind!: 'group' | 'excluded_group' | 'all_users' | 'all_devices' | 'other';

  @Field(() => String, { nullable: true, description: 'Microsoft’s id of the group; null for everyone.' })
  readonly groupId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the group; null if no backup has seen it.',
  })
  readonly groupName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name or id of the filter that narrows it; null without one.',
  })
  readonly filterName!: string | null;

  @Field(() => Boolean, { description: 'It comes from a policy set.' })
  readonly isFromPolicySet!: boolean;
}

@ObjectType('PolicyVersion', { description: 'What a policy said, and who got it, from one backup on.' })
export class PolicyVersionType implements Pick<PolicyVersion, 'number' | 'since' | 'isLatest'> {
  @Field(() => Int, { description: 'From 1, in the order in which backups saw them.' })
  readonly number!: number;

  @Field(() => Date, { description: 'When a backup first saw it.' })
  readonly since!: Date;

  @Field(() => Boolean, { description: 'It is what the latest backup saw.' })
  readonly isLatest!: boolean;

  @Field(() => Boolean, {
    description: 'It has a secret that Microsoft does not show, so it cannot be restored whole.',
  })
  readonly hasUnknownSecret!: boolean;
}

@ObjectType('PolicyDiff', { description: 'What two versions of a policy say differently.' })
export class PolicyDiffType {
  @Field(() => [PolicyChangeType], { description: 'Settings that differ.' })
  readonly changes!: readonly PolicyChangeType[];

  @Field(() => [PolicyTargetType], { description: 'Who gets it, or is left out, that was not.' })
  readonly assignmentsAdded!: readonly PolicyTargetType[];

  @Field(() => [PolicyTargetType], { description: 'Who got it, or was left out, and is no longer.' })
  readonly assignmentsRemoved!: readonly PolicyTargetType[];
}

@ObjectType('BackupHealth', { description: 'How well a tenant’s configuration is backed up.' })
export class BackupHealthType implements BackupHealth {
  @Field(() => BackupState, { description: 'In one word.' })
  readonly state!: BackupStateValue;

  @Field(() => Date, { nullable: true, description: 'When the last complete backup was taken.' })
  readonly lastCompleteAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the last backup was taken, complete or not.' })
  readonly lastSetAt!: Date | null;
}

@ArgsType()
export class PolicyArgs extends PageArgs {
  @Field(() => [PolicyKind], { nullable: true, description: 'Only these kinds.' })
  readonly kinds?: PolicyKindValue[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the name, at most 200 characters.' })
  readonly search?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Include policies that no longer exist.' })
  readonly includeGone!: boolean;
}
