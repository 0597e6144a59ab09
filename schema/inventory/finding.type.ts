import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type {
  Finding,
  FindingChange as FindingChangeValue,
  FindingSeverity as FindingSeverityValue,
  FindingStatus as FindingStatusValue,
} from '../../core/inventory/findings.ts';
import type { CollectionKind as CollectionKindValue } from '../../core/inventory/inventory.ts';
import { createConnectionType, PageArgs } from '../relay.ts';
import { CollectionKind, FindingChange, FindingSeverity, FindingStatus } from '../enums.ts';
import { NodeType } from '../node.ts';

type Linked = 'workspaceId' | 'tenantId' | 'operationRunId' | 'acknowledgedByUserId';

@ObjectType('Finding', {
  implements: NodeType,
  description: 'Drift to review: an object that changed between two inventory syncs.',
})
export class FindingType extends NodeType implements Omit<Finding, Linked> {
  @Field(() => CollectionKind, { description: 'The kind of object.' })
  readonly kind!: CollectionKindValue;

  @Field(() => String, { description: 'The provider’s id of the object.' })
  readonly externalId!: string;

  @Field(() => FindingChange, { description: 'How the object changed.' })
  readonly change!: FindingChangeValue;

  @Field(() => String, { description: 'What happened, as a sentence.' })
  readonly title!: string;

  @Field(() => FindingSeverity, { description: 'How severe it is.' })
  readonly severity!: FindingSeverityValue;

  @Field(() => FindingStatus, { description: 'Whether it has been acknowledged.' })
  readonly status!: FindingStatusValue;

  @Field(() => String, {
    description: '64 hex digits, the same whenever the same object changes in the same way.',
  })
  readonly fingerprint!: string;

  @Field(() => Date, { description: 'When it was found.' })
  readonly createdAt!: Date;

  @Field(() => Date, { description: 'When a sync last saw it.' })
  readonly lastSeenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was acknowledged; null while it is new.' })
  readonly acknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The reason given when it was acknowledged.' })
  readonly acknowledgementReason!: string | null;
}

export const FindingConnection = createConnectionType('Finding', () => FindingType);

@ArgsType()
export class FindingListArgs extends PageArgs {
  @Field(() => [FindingStatus], {
    nullable: true,
    description: 'Only findings with one of these severities or statuses.',
  })
  readonly status?: FindingStatusValue[] | null;

  @Field(() => [FindingSeverity], {
    nullable: true,
    description: 'Only findings with one of these severities or statuses.',
  })
  readonly severity?: FindingSeverityValue[] | null;
}

@InputType('AcknowledgeFindingInput', { description: 'The finding to acknowledge, and the reason.' })
export class AcknowledgeFindingInput {
  @Field(() => ID, { description: 'The finding.' })
  readonly findingId!: string;

  @Field(() => String, {
    description: 'The reason, shown to everyone who sees the finding; at most 1,000 characters.',
  })
  readonly reason!: string;
}

@ObjectType('FindingPayload', { description: 'The finding as it is now.' })
export class FindingPayload {
  @Field(() => FindingType, { description: 'The finding.' })
  readonly finding!: Finding;
}
