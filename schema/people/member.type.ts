import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import type { Role } from '../../core/access/access.ts';
import { badInput } from '../../core/fault.ts';
import type { TenantMember, WorkspaceMember } from '../../core/people/member.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import { createConnectionType } from '../relay.ts';
import { WorkspaceRole } from '../enums.ts';
import { parseName } from '../input-text.ts';
import { UserType } from './viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';

@ObjectType('WorkspaceMember', { description: 'A person’s membership in a workspace.' })
class WorkspaceMemberType implements WorkspaceMember {
  @Field(() => UserType, { description: 'The person.' })
  readonly user!: User;

  @Field(() => WorkspaceRole, { description: 'Their role in the workspace.' })
  readonly role!: Role;

  @Field(() => Date, { description: 'When they became a member.' })
  readonly joinedAt!: Date;
}

export const WorkspaceMemberConnection = createConnectionType('WorkspaceMember', () => WorkspaceMemberType);

@ObjectType('TenantMember', {
  description: 'A person entitled to a tenant: they have a role on it or own its workspace.',
})
export class TenantMemberType implements Omit<TenantMember, 'tenantId'> {
  @Field(() => UserType, { description: 'The person.' })
  readonly user!: User;

  @Field(() => WorkspaceRole, {
    description: 'The role set on the tenant; OWNER for workspace owners without one.',
  })
  readonly role!: Role;

  @Field(() => WorkspaceRole, { description: 'The effective role: the lower of workspace and tenant role.' })
  readonly effectiveRole!: Role;

  @Field(() => Boolean, {
    description:
      'Whether the role was set on the tenant and can be removed; false for workspace owners without one.',
  })
  readonly isGiven!: boolean;
}

@InputType('SetWorkspaceMemberInput', { description: 'The member, the workspace and the role.' })
export class SetWorkspaceMemberInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => ID, { nullable: true, description: 'A current member’s user id; alternatively give email.' })
  readonly userId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Email address. A person who does not exist yet is added.',
  })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Display name of a new person; defaults to the email address.',
  })
  readonly displayName?: string | null;

  @Field(() => WorkspaceRole, { description: 'Their new role.' })
  readonly role!: Role;
}

@InputType('RemoveWorkspaceMemberInput', { description: 'The member to remove, and the workspace.' })
export class RemoveWorkspaceMemberInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => ID, { nullable: true, description: 'The member’s user id; alternatively give email.' })
  readonly userId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The member’s email address; alternatively give userId.',
  })
  readonly email?: string | null;
}

@InputType('SetTenantMemberInput', { description: 'A workspace member and their role on the tenant.' })
export class SetTenantMemberInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The workspace member’s user id; alternatively give email.',
  })
  readonly userId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The member’s email address; alternatively give userId.',
  })
  readonly email?: string | null;

  @Field(() => WorkspaceRole, {
    description: 'Their role on the tenant. It never exceeds their workspace role.',
  })
  readonly role!: Role;
}

@InputType('RemoveTenantMemberInput', { description: 'The member to remove, and the tenant.' })
export class RemoveTenantMemberInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, { nullable: true, description: 'The member’s user id; alternatively give email.' })
  readonly userId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The member’s email address; alternatively give userId.',
  })
  readonly email?: string | null;
}

@ObjectType('WorkspacePayload', { description: 'The workspace after the change.' })
export class WorkspacePayload {
  @Field(() => WorkspaceType, {
    nullable: true,
    description: 'The workspace; null if the viewer has left it.',
  })
  readonly workspace!: Workspace | null;
}

/** Exactly one of the two names a person. */
export function parseMemberChoice(input: {
  readonly userId?: string | null;
  readonly email?: string | null;
}): { readonly userId: number } | { readonly email: string } {
  if (input.userId != null && input.email == null) return { userId: parseId('user', input.userId) };
  if (input.email != null && input.userId == null) return { email: parseEmail(input.email) };
  throw badInput('email', 'Name the person by email or by userId, one of the two.');
}

/** An address is at most 254 bytes (RFC 5321); whether it exists only a message to it would tell. */
const longestEmail = 254;

function parseEmail(text: string): string {
  const email = parseName('email', text, { max: longestEmail });
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw badInput('email', 'Enter an email address such as name@company.example.');
  return email;
}
