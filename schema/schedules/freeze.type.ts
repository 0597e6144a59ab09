import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';

@ObjectType('Freeze', {
  description: 'Until it ends no schedule starts anything there; people still may start what they want.',
})
export class FreezeType {
  @Field(() => Date, { description: 'When it ends.' })
  readonly until!: Date;

  @Field(() => String, { description: 'Why, in someone’s words.' })
  readonly reason!: string;
}

/** A freeze that has not ended, and who set it. */
export interface FreezeSource extends FreezeType {
  readonly byUserId: number;
}

@InputType('UnfreezeInput', { description: 'What is frozen: a workspace, or one of its tenants.' })
export class UnfreezeInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => ID, { nullable: true, description: 'The tenant; leave it out for the whole workspace.' })
  readonly tenantId?: string | null;
}

@InputType('FreezeInput', { description: 'What to freeze, until when and why.' })
export class FreezeInput extends UnfreezeInput {
  @Field(() => Date, { description: 'When it ends.' })
  readonly until!: Date;

  @Field(() => String, { description: 'Shown wherever the freeze is; at most 300 characters.' })
  readonly reason!: string;
}

@ObjectType('FreezePayload', { description: 'What was frozen, as it is now.' })
export class FreezePayload {
  @Field(() => WorkspaceType, { description: 'The workspace.' })
  readonly workspace!: Workspace;

  @Field(() => TenantType, { nullable: true, description: 'The tenant; null if the workspace was meant.' })
  readonly tenant!: Tenant | null;
}

@InputType('UpdateWorkspaceInput', { description: 'The changes; omitted fields stay as they are.' })
export class UpdateWorkspaceInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Display name, at most 200 characters. The slug stays. Needs MEMBERS_MANAGE.',
  })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone, such as Europe/Berlin. Needs SCHEDULE_MANAGE.',
  })
  readonly timeZone?: string | null;
}
