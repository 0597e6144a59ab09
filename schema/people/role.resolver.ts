import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import {
  capabilitiesOf,
  capabilityLabels,
  roleLabels,
  roles,
  type Capability as CapabilityName,
  type Role,
} from '../../core/access/access.ts';
import type { RequestContext } from '../context.ts';
import { Capability, WorkspaceRole } from '../enums.ts';

@ObjectType('CapabilityDefinition', { description: 'A capability and what it allows.' })
class CapabilityDefinitionType {
  @Field(() => Capability, { description: 'Its name.' })
  readonly capability!: CapabilityName;

  @Field(() => String, { description: 'What it allows.' })
  readonly label!: string;
}

@ObjectType('RoleDefinition', { description: 'A role and what it allows.' })
export class RoleDefinitionType {
  @Field(() => WorkspaceRole, { description: 'Its name.' })
  readonly role!: Role;

  @Field(() => String, { description: 'Display name.' })
  readonly label!: string;

  @Field(() => [CapabilityDefinitionType], {
    description: 'What it allows.',
  })
  readonly capabilities!: CapabilityDefinitionType[];
}

@Resolver(() => RoleDefinitionType)
export class RoleResolver {
  @Query(() => [RoleDefinitionType], {
    description: 'Every role and what it allows, in ascending order of power.',
  })
  roles(@Ctx() { view }: RequestContext): RoleDefinitionType[] {
    // The same for everyone, but nothing is served to no one.
    void view;
    return roles.map((role) => ({
      role,
      label: roleLabels[role],
      capabilities: capabilitiesOf(role).map((capability) => ({
        capability,
        label: capabilityLabels[capability],
      })),
    }));
  }
}
