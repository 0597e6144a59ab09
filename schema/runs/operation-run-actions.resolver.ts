import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { runActionsFor, type ActionAvailability } from '../../core/presentation/actions.ts';
import { notFound } from '../../core/fault.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { RequestContext } from '../context.ts';
import { ActionAvailabilityType } from '../tenants/tenant.type.ts';
import { OperationRunType } from './operation-run.type.ts';

@Resolver(() => OperationRunType)
export class OperationRunActionsResolver {
  @FieldResolver(() => [ActionAvailabilityType], {
    description: 'Actions offered on the run (cancel), with the reason when disabled.',
  })
  async actions(
    @Root() run: OperationRun,
    @Ctx() { loaders, signIn }: RequestContext,
  ): Promise<ActionAvailability[]> {
    const place = await (run.tenantId === null
      ? loaders.workspace.load(run.workspaceId)
      : loaders.tenant.load(run.tenantId));
    if (place === null) throw notFound();
    return runActionsFor(run, place.role, signIn.viewer);
  }
}
