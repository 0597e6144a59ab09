import { Field, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../core/access/access.ts';
import type { VerificationOverview, VerificationProgress, Workspace } from '../../core/tenants/workspace.ts';
import { WorkspaceRole } from '../enums.ts';
import { NodeType } from '../node.ts';

@ObjectType('Workspace', {
  implements: NodeType,
  description: 'A managed service provider, or a department of one: owns tenants, connections and members.',
})
export class WorkspaceType extends NodeType implements Workspace {
  @Field(() => String, { description: 'Name as shown.' })
  readonly name!: string;

  @Field(() => String, { description: 'Short name, unique, for scripts and addresses.' })
  readonly slug!: string;

  @Field(() => WorkspaceRole, { description: 'The viewer’s role in the workspace.' })
  readonly role!: Role;
}

@ObjectType('VerificationProgress', {
  description:
    'How far verifications that were started together are; waiting, ready, … withoutVerdict add up to total.',
})
export class VerificationProgressType implements VerificationProgress {
  @Field(() => Int, { description: 'Those of the runs that are verifications the viewer can see.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Queued or running.' })
  readonly waiting!: number;

  @Field(() => Int, { description: 'Ended; everything that was checked passed.' })
  readonly ready!: number;

  @Field(() => Int, { description: 'Ended; manageable, but something failed, is odd, or could not be read.' })
  readonly needsAttention!: number;

  @Field(() => Int, { description: 'Ended; not manageable.' })
  readonly blocked!: number;

  @Field(() => Int, {
    description: 'Ended and says nothing: cancelled, lost, or failed for a cause on our side.',
  })
  readonly withoutVerdict!: number;
}

@ObjectType('VerificationOverview', {
  description:
    'Tenants by their latest verdict, counted over those the viewer can see. All but running add up to total.',
})
export class VerificationOverviewType implements VerificationOverview {
  @Field(() => Int, { description: 'Everything that was checked passed.' })
  readonly ready!: number;

  @Field(() => Int, { description: 'Manageable, but something failed, is odd, or could not be read.' })
  readonly needsAttention!: number;

  @Field(() => Int, { description: 'Not manageable: a blocking check failed.' })
  readonly blocked!: number;

  @Field(() => Int, { description: 'A verification is queued or running, whatever the verdict before it.' })
  readonly running!: number;

  @Field(() => Int, { description: 'No verification has had a verdict.' })
  readonly neverVerified!: number;

  @Field(() => Int, { description: 'All tenants the viewer can see.' })
  readonly total!: number;
}
