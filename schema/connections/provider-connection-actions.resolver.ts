import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionActionsFor, type ActionAvailability } from '../../core/presentation/actions.ts';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import type { RequestContext } from '../context.ts';
import { ActionAvailabilityType } from '../tenants/tenant.type.ts';
import { ProviderConnectionType } from './provider-connection.type.ts';

@Resolver(() => ProviderConnectionType)
export class ProviderConnectionActionsResolver {
  @FieldResolver(() => [ActionAvailabilityType], {
    description: 'Actions offered here, with the reason when disabled.',
  })
  async actions(
    @Root() connection: ProviderConnection,
    @Ctx() { loaders, signIn }: RequestContext,
  ): Promise<ActionAvailability[]> {
    const [tenant, activeRun, state] = await Promise.all([
      loaders.tenant.load(connection.tenantId),
      loaders.activeRunOfConnection.load(connection.id),
      loaders.credentialState.load(connection.id),
    ]);
    if (tenant === null) throw notFound();
    const { hasCredential = false, rehearsalOutcome = null } = state ?? {};
    const facts = { tenant, connection, isBusy: activeRun !== null, hasCredential, rehearsalOutcome };
    return connectionActionsFor(facts, signIn.viewer);
  }
}
