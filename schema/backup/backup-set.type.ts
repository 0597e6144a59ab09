import { Field, Int, ObjectType } from 'type-graphql';
import type { Completeness, SetOrigin } from '../../core/backup/backup.ts';
import type { BackupSet, SetGap, SetPart } from '../../core/backup/policy.ts';
import type { PolicyKind as PolicyKindValue } from '../../core/backup/policy-kinds.ts';
import type { PartStatus } from '../../core/backup/timeline.ts';
import { NodeType } from '../node.ts';
import { createConnectionType } from '../relay.ts';
import { BackupCompleteness, BackupPartStatus, BackupSetOrigin, PolicyKind } from './backup.enums.ts';

@ObjectType('BackupSet', {
  implements: NodeType,
  description: 'One backup of a tenant’s configuration.',
})
export class BackupSetType extends NodeType implements Omit<BackupSet, 'tenantId' | 'operationRunId'> {
  @Field(() => BackupSetOrigin, { description: 'What it was taken for.' })
  readonly origin!: SetOrigin;

  @Field(() => BackupCompleteness, { description: 'Whether everything planned was read whole.' })
  readonly completeness!: Completeness;

  @Field(() => Date, { description: 'When it was taken.' })
  readonly takenAt!: Date;

  @Field(() => Int, { description: 'How many policies were read.' })
  readonly itemCount!: number;
}

export const BackupSetConnection = createConnectionType('BackupSet', () => BackupSetType);

@ObjectType('BackupSetPart', { description: 'What a backup says of one kind of policy.' })
export class BackupSetPartType implements Omit<SetPart, 'setId'> {
  @Field(() => PolicyKind, { description: 'The kind.' })
  readonly kind!: PolicyKindValue;

  @Field(() => BackupPartStatus, { description: 'How its reading came out.' })
  readonly status!: PartStatus;

  @Field(() => String, { nullable: true, description: 'Why it was not read; null if it was.' })
  readonly reasonCode!: string | null;

  @Field(() => Int, { description: 'How many policies were read whole.' })
  readonly count!: number;

  @Field(() => Int, { description: 'How many could not be read whole.' })
  readonly gapCount!: number;
}

@ObjectType('BackupGap', {
  description: 'A policy that Microsoft listed and that could not be read whole, so it is not in the backup.',
})
export class BackupGapType implements Omit<SetGap, 'setId' | 'kind'> {
  @Field(() => String, { description: 'Microsoft’s id for it.' })
  readonly externalId!: string;

  @Field(() => String, { description: 'Its name in the list.' })
  readonly name!: string;

  @Field(() => String, { description: 'Why it could not be read whole.' })
  readonly reasonCode!: string;
}
