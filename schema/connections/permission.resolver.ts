import { FieldResolver, Resolver, Root } from 'type-graphql';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import {
  meaningOf,
  type PermissionNeed as PermissionNeedValue,
} from '../../core/connections/permission-needs.ts';
import type { TenantPermission } from '../../core/tenants/tenant.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import { PermissionNeed } from '../enums.ts';
import { TenantPermissionType } from '../tenants/tenant.type.ts';

@Resolver(() => TenantPermissionType)
export class PermissionResolver {
  @FieldResolver(() => BadgeType, { description: 'How the state is displayed.' })
  stateBadge(@Root() { state }: TenantPermission): Badge {
    return badgeFor('permission_state', state);
  }

  @FieldResolver(() => PermissionNeed, { description: 'What the state asks you to do.' })
  need(@Root() permission: TenantPermission): PermissionNeedValue {
    return meaningOf(permission).need;
  }

  @FieldResolver(() => String, {
    description: 'What the state means and what to do about it, as a sentence.',
  })
  meaning(@Root() permission: TenantPermission): string {
    return meaningOf(permission).meaning;
  }
}
