import { Field, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../core/access/access.ts';
import type { VerificationOverview, VerificationProgress, Workspace } from '../../core/tenants/workspace.ts';
import { WorkspaceRole } from '../enums.ts';
import { NodeType } from '../node.ts';

type Frozen = 'frozenUntil' | 'frozenReason' | 'frozenByUserId';

@ObjectType('Workspace', {
  implements: NodeType,
  description: 'A managed service provider, or a department of one: owns tenants, connections and members.',
})
export class WorkspaceType extends NodeType implements Omit<Workspace, Frozen> {
  @Field(() => String, { description: 'Display name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Short unique name for scripts and URLs.' })
  readonly slug!: string;

  @Field(() => WorkspaceRole, { description: 'The viewer’s role in the workspace.' })
  readonly role!: Role;

  @Field(() => String, { description: 'IANA time zone of its days and new schedules.' })
  readonly timeZone!: string;

  readonly accessEpoch!: number;
}

@ObjectType('VerificationProgress', {
  description:
    'Progress of verifications that were started together; waiting, ready, … withoutVerdict add up to total.',
})
export class VerificationProgressType implements VerificationProgress {
  @Field(() => Int, { description: 'Number of these runs that are verifications the viewer can see.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Queued or running.' })
  readonly waiting!: number;

  @Field(() => Int, { description: 'Completed; every check passed.' })
  readonly ready!: number;

  @Field(() => Int, {
    description: 'Completed; manageable, but a check failed, warned or could not be read.',
  })
  readonly needsAttention!: number;

  @Field(() => Int, { description: 'Completed; not manageable.' })
  readonly blocked!: number;

  @Field(() => Int, {
    description: 'Completed without a verdict: cancelled, lost, or failed for a cause on our side.',
  })
  readonly withoutVerdict!: number;
}

@ObjectType('VerificationOverview', {
  description: 'Number of tenants the viewer can see, by latest verdict. All but running add up to total.',
})
export class VerificationOverviewType implements VerificationOverview {
  @Field(() => Int, { description: 'Every check passed.' })
  readonly ready!: number;

  @Field(() => Int, { description: 'Manageable, but a check failed, warned or could not be read.' })
  readonly needsAttention!: number;

  @Field(() => Int, { description: 'Not manageable: a blocking check failed.' })
  readonly blocked!: number;

  @Field(() => Int, { description: 'A verification is queued or running, whatever the latest verdict.' })
  readonly running!: number;

  @Field(() => Int, { description: 'No verification has had a verdict yet.' })
  readonly neverVerified!: number;

  @Field(() => Int, { description: 'All tenants the viewer can see.' })
  readonly total!: number;
}
