import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { badgeFor, type Badge } from '../../core/badges.ts';
import { toCapabilityMatrix, type CapabilityRow } from '../../core/capability-matrix.ts';
import type { Tenant } from '../../core/tenant.ts';
import { BadgeType } from '../badge/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { CapabilityMatrixRowType } from './capability.type.ts';
import { TenantType } from './tenant.type.ts';

@Resolver(() => TenantType)
export class CapabilityResolver {
  @FieldResolver(() => [CapabilityMatrixRowType], {
    description:
      'Per workload, what can be read and written: from the latest attempt’s report and the permissions.',
  })
  async capabilityMatrix(
    @Root() { id }: Tenant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CapabilityRow[]> {
    const [latest, permissions] = await Promise.all([
      loaders.latestVerification.load(id),
      loaders.permissionsOfTenant.load(id),
    ]);
    const report = latest === null ? null : await loaders.report.load(latest.id);
    return toCapabilityMatrix(report, permissions);
  }
}

@Resolver(() => CapabilityMatrixRowType)
export class CapabilityBadgeResolver {
  @FieldResolver(() => BadgeType, { description: 'How the state of reading is shown.' })
  readBadge(@Root() { read }: CapabilityRow): Badge {
    return badgeFor('capability_state', read);
  }

  @FieldResolver(() => BadgeType, { description: 'How the state of writing is shown.' })
  writeBadge(@Root() { write }: CapabilityRow): Badge {
    return badgeFor('capability_state', write);
  }
}
