import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { toCapabilityMatrix, type CapabilityRow } from '../../core/capability-matrix.ts';
import type { Tenant } from '../../core/tenant.ts';
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
