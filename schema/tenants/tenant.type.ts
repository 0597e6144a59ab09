import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../../core/access/access.ts';
import type {
  Tenant,
  TenantPermission,
  TenantStatus as TenantStatusValue,
} from '../../core/tenants/tenant.ts';
import { createConnectionType } from '../relay.ts';
import { TenantStatus, WorkspaceRole } from '../enums.ts';
import { NodeType } from '../node.ts';

type NotShown = 'workspaceId' | 'frozenUntil' | 'frozenReason' | 'frozenByUserId';

@ObjectType('Tenant', { implements: NodeType, description: 'One managed Entra/Intune tenant.' })
export class TenantType extends NodeType implements Omit<Tenant, NotShown> {
  @Field(() => String, { description: 'Display name.' })
  readonly name!: string;

  @Field(() => TenantStatus, { description: 'The tenant’s lifecycle status.' })
  readonly status!: TenantStatusValue;

  @Field(() => String, { nullable: true, description: 'The Entra directory’s GUID.' })
  readonly tenantId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The tenant’s id in another system.',
  })
  readonly externalId!: string | null;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s current tenant in the workspace.' })
  readonly isCurrent!: boolean;

  @Field(() => WorkspaceRole, {
    description: 'The viewer’s effective role: the lower of workspace and tenant role.',
  })
  readonly role!: Role;
}

export const TenantConnection = createConnectionType('Tenant', () => TenantType);

@ObjectType('TenantPermission', { description: 'A permission the tenant needs, and its state.' })
export class TenantPermissionType implements Omit<TenantPermission, 'grantedSince'> {
  @Field(() => String, {
    description: 'The least privileged Microsoft Graph application permission that is sufficient.',
  })
  readonly permission!: string;

  @Field(() => String, { description: 'What it is needed for.' })
  readonly requiredFor!: string;

  @Field(() => Boolean, { description: 'Whether the directory lists a grant.' })
  readonly granted!: boolean;

  @Field(() => String, {
    description: 'effective, granted_not_yet_effective, revoked_still_effective, missing or unverifiable.',
  })
  readonly state!: string;

  @Field(() => Date, { description: 'When it was last read from the directory.' })
  readonly checkedAt!: Date;
}

@ObjectType('ActionAvailability', {
  description: 'An action offered here, listed even when it is currently disabled.',
})
export class ActionAvailabilityType {
  @Field(() => String, { description: 'Name of the action, such as verify.' })
  readonly action!: string;

  @Field(() => Boolean, { description: 'Whether the viewer can do it now.' })
  readonly enabled!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is disabled, as a sentence; null when enabled.',
  })
  readonly disabledReason!: string | null;
}
