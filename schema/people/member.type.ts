import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Role } from '../../core/access/access.ts';
import { badInput } from '../../core/fault.ts';
import type { TenantMember, WorkspaceMember } from '../../core/people/member.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import { createConnectionType } from '../relay.ts';
import { WorkspaceRole } from '../enums.ts';
import { parseId, parseName } from '../ids.ts';
import { UserType } from './viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';

@ObjectType('WorkspaceMember', { description: 'Somebody’s membership of a workspace.' })
class WorkspaceMemberType implements WorkspaceMember {
  @Field(() => UserType, { description: 'Who.' })
  readonly user!: User;

  @Field(() => WorkspaceRole, { description: 'Their role in the workspace.' })
  readonly role!: Role;

  @Field(() => Date, { description: 'Since when.' })
  readonly joinedAt!: Date;
}

export const WorkspaceMemberConnection = createConnectionType('WorkspaceMember', () => WorkspaceMemberType);

@ObjectType('TenantMember', {
  description: 'Somebody who is entitled to a tenant: given a role on it, or an owner of its workspace.',
})
export class TenantMemberType implements Omit<TenantMember, 'tenantId'> {
  @Field(() => UserType, { description: 'Who.' })
  readonly user!: User;

  @Field(() => WorkspaceRole, {
    description: 'Their role as given on the tenant; OWNER for owners of the workspace who were given none.',
  })
  readonly role!: Role;

  @Field(() => WorkspaceRole, { description: 'What it comes to: the lower of workspace and tenant role.' })
  readonly effectiveRole!: Role;

  @Field(() => Boolean, {
    description:
      'Whether the role was given on the tenant, so that it can be taken away; false for owners of the workspace who were given none.',
  })
  readonly isGiven!: boolean;
}

@InputType('SetWorkspaceMemberInput', { description: 'Who becomes what in which workspace.' })
export class SetWorkspaceMemberInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => ID, { nullable: true, description: 'Somebody who is a member already; else give email.' })
  readonly userId?: string | null;

  @Field(() => String, { nullable: true, description: 'Their address; whoever is not known yet is added.' })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name as shown, for somebody who is not known yet; left out, the address.',
  })
  readonly displayName?: string | null;

  @Field(() => WorkspaceRole, { description: 'Their role from now on.' })
  readonly role!: Role;
}

@InputType('RemoveWorkspaceMemberInput', { description: 'Who leaves which workspace.' })
export class RemoveWorkspaceMemberInput {
  @Field(() => ID, { description: 'The workspace.' })
  readonly workspaceId!: string;

  @Field(() => ID, { nullable: true, description: 'The member, or give email.' })
  readonly userId?: string | null;

  @Field(() => String, { nullable: true, description: 'The member’s address, or give userId.' })
  readonly email?: string | null;
}

@InputType('SetTenantMemberInput', { description: 'Which member of the workspace becomes what on a tenant.' })
export class SetTenantMemberInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, { nullable: true, description: 'A member of its workspace, or give email.' })
  readonly userId?: string | null;

  @Field(() => String, { nullable: true, description: 'The member’s address, or give userId.' })
  readonly email?: string | null;

  @Field(() => WorkspaceRole, {
    description: 'Their role on the tenant; it never counts for more than their role in the workspace.',
  })
  readonly role!: Role;
}

@InputType('RemoveTenantMemberInput', { description: 'Whose access to which tenant ends.' })
export class RemoveTenantMemberInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => ID, { nullable: true, description: 'The member, or give email.' })
  readonly userId?: string | null;

  @Field(() => String, { nullable: true, description: 'The member’s address, or give userId.' })
  readonly email?: string | null;
}

@ObjectType('WorkspacePayload', { description: 'The workspace after the change.' })
export class WorkspacePayload {
  @Field(() => WorkspaceType, {
    nullable: true,
    description: 'The workspace; null when the change was that the viewer has left it.',
  })
  readonly workspace!: Workspace | null;
}

/** Exactly one of the two names a person. */
export function parseMemberChoice(input: {
  readonly userId?: string | null;
  readonly email?: string | null;
}): { readonly userId: number } | { readonly email: string } {
  if (input.userId != null && input.email == null) return { userId: parseId(input.userId) };
  if (input.email != null && input.userId == null) return { email: parseEmail(input.email) };
  throw badInput('email', 'Name the person by email or by userId, one of the two.');
}

/** An address is at most 254 bytes (RFC 5321); whether it exists only a message to it would tell. */
const longestEmail = 254;

function parseEmail(text: string): string {
  const email = parseName('email', text, { max: longestEmail });
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw badInput('email', 'An address is like name@company.example.');
  return email;
}
