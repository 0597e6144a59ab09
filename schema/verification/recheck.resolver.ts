import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { notFound } from '../../core/fault.ts';
import { sentenceFor } from '../../core/reasons/sentences.ts';
import type { NextRecheck } from '../../core/verification/recheck-ladder.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { RequestContext } from '../context.ts';
import {
  NextRecheckType,
  StopVerificationRecheckInput,
  StopVerificationRecheckPayload,
} from './recheck.type.ts';
import { TenantType } from '../tenants/tenant.type.ts';

@Resolver(() => TenantType)
export class RecheckResolver {
  @FieldResolver(() => NextRecheckType, {
    nullable: true,
    description: 'The next automatic recheck; null if none is pending.',
  })
  async nextRecheck(
    @Root() { id }: Tenant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<RecheckOfTenant | null> {
    const [soonest] = await loaders.rechecksOfTenant.load(id);
    return soonest ?? null;
  }

  @Mutation(() => StopVerificationRecheckPayload, {
    description: 'Stops the tenant’s automatic rechecks. Safe to repeat. Needs PROVIDER_RUN.',
  })
  async stopVerificationRecheck(
    @Arg('input', () => StopVerificationRecheckInput, { description: 'The tenant.' })
    input: StopVerificationRecheckInput,
    @Ctx() { flows, signIn, loaders }: RequestContext,
  ): Promise<StopVerificationRecheckPayload> {
    const tenantId = parseId('tenant', input.tenantId);
    const stopped = await flows.stopRecheck(signIn.viewer, tenantId);
    const tenant = await loaders.tenant.load(tenantId);
    if (tenant === null) throw notFound();
    return { stopped, tenant };
  }
}

type RecheckOfTenant = NextRecheck & { readonly tenantId: number };

@Resolver(() => NextRecheckType)
export class NextRecheckResolver {
  @FieldResolver(() => String, { description: 'What it waits for, as a sentence.' })
  async message(
    @Root() { reason, tenantId }: RecheckOfTenant,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string> {
    const permissions = await loaders.permissionsOfTenant.load(tenantId);
    const facts = permissions.map(({ permission, state }) => ({
      kind: `permission_${state}`,
      value: permission,
    }));
    return sentenceFor(reason, facts);
  }
}
