import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/fault.ts';
import { stepLabel, waitStep } from '../../core/reasons/next-steps.ts';
import { isReasonCode, reasons } from '../../core/reasons/reasons.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { ReasonCluster, Workspace } from '../../core/tenants/workspace.ts';
import type { RequestContext } from '../context.ts';
import { ReasonType, toReason } from '../reasons/reason.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { ReasonClusterType } from './reason-cluster.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';

/** More than anyone reads, and more than most workspaces have. */
const maxClusters = 50;

@Resolver(() => WorkspaceType)
export class WorkspaceReasonsResolver {
  @FieldResolver(() => [ReasonClusterType], {
    description:
      'What keeps the viewer’s tenants from being ready by their latest verdicts, most blocking first. Archived tenants are excluded.',
  })
  async reasonClusters(
    @Root() workspace: Workspace,
    @Arg('first', () => Int, { defaultValue: 5, description: 'Number of reasons, 1 to 50.' }) first: number,
    @Arg('atLeast', () => Int, {
      defaultValue: 1,
      description: 'Only reasons that affect at least this many tenants.',
    })
    atLeast: number,
    @Ctx() { view, counts }: RequestContext,
  ): Promise<ReasonCluster[]> {
    if (first < 1 || first > maxClusters) throw badInput('first', `Ask for 1 to ${maxClusters} reasons.`);
    return await counts.of({ workspace, viewer: view.viewer, what: ['reasons', first, atLeast] }, () =>
      view.reasonClusters(workspace.id, { first, atLeast }),
    );
  }
}

@Resolver(() => ReasonClusterType)
export class ReasonClusterResolver {
  @FieldResolver(() => ReasonType, {
    nullable: true,
    description: 'The catalog entry; null for a reason only a newer version knows.',
  })
  reason(@Root() { code }: ReasonCluster): ReasonType | null {
    return isReasonCode(code) ? toReason(code) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The first thing to do; waiting, if Microsoft or the connection to it failed.',
  })
  nextStep(@Root() { code, isTransport }: ReasonCluster): string | null {
    if (isTransport) return waitStep;
    const [step] = isReasonCode(code) ? reasons[code].nextSteps : [];
    return step === undefined ? null : stepLabel(step);
  }

  @FieldResolver(() => [TenantType], { description: 'Up to three of the tenants, blocked ones first.' })
  async tenants(@Root() { tenantIds }: ReasonCluster, @Ctx() { loaders }: RequestContext): Promise<Tenant[]> {
    const found = await Promise.all(tenantIds.map((id) => loaders.tenant.load(id)));
    return found.filter((tenant) => tenant !== null);
  }
}
