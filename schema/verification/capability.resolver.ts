import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import { toCapabilityMatrix, type CapabilityRow } from '../../core/verification/capability-matrix.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { CapabilityMatrixRowType } from './capability.type.ts';
import { loadLatestVerdict } from '../tenants/standing.ts';
import { TenantType } from '../tenants/tenant.type.ts';

@Resolver(() => TenantType)
export class CapabilityResolver {
  @FieldResolver(() => [CapabilityMatrixRowType], {
    nullable: true,
    description:
      'What can be read and written per workload, from the report of the latest verdict and the permissions. Null with REPORT_INVALID if that report is damaged.',
  })
  async capabilityMatrix(@Root() { id }: Tenant, @Ctx() context: RequestContext): Promise<CapabilityRow[]> {
    const { loaders } = context;
    const [latest, permissions] = await Promise.all([
      loadLatestVerdict(id, context),
      loaders.permissionsOfTenant.load(id),
    ]);
    const report = latest === null ? null : await loaders.report.load(latest.id);
    return toCapabilityMatrix(report, permissions);
  }
}

@Resolver(() => CapabilityMatrixRowType)
export class CapabilityRowResolver {
  @FieldResolver(() => BadgeType, { description: 'How the read state is displayed.' })
  readBadge(@Root() { read }: CapabilityRow): Badge {
    return badgeFor('capability_state', read);
  }

  @FieldResolver(() => BadgeType, { description: 'How the write state is displayed.' })
  writeBadge(@Root() { write, writeRequired }: CapabilityRow): Badge {
    const isFault = writeRequired || write !== 'missing';
    return badgeFor(isFault ? 'capability_state' : 'capability_write_optional', write);
  }
}
