import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { badInput } from '../../core/fault.ts';
import { longestName } from '../../core/tenants/tenant.ts';
import type { UpdateTenantRequest } from '../../flows/tenants/update-tenant.ts';
import type { RequestContext } from '../context.ts';
import { parseGuid, parseName } from '../input-text.ts';
import {
  ArchiveTenantInput,
  CreateTenantInput,
  reloadTenant,
  SetCurrentTenantInput,
  TenantPayload,
  UpdateTenantInput,
} from './tenant-management.type.ts';

@Resolver()
export class TenantManagementResolver {
  @Mutation(() => TenantPayload, {
    description:
      'Adds a tenant with status ONBOARDING. Its creator gets access to it. Needs TENANT_MANAGE in the workspace.',
  })
  async createTenant(
    @Arg('input', () => CreateTenantInput, { description: 'The tenant.' }) input: CreateTenantInput,
    @Ctx() context: RequestContext,
  ): Promise<TenantPayload> {
    const id = await context.flows.createTenant(context.signIn.viewer, {
      workspaceId: parseId('workspace', input.workspaceId),
      name: parseName('name', input.name, { max: longestName }),
      tenantId: parseDirectory(input.entraTenantId),
      externalId: parseExternalId(input.externalId),
    });
    return await reloadTenant(context, id);
  }

  @Mutation(() => TenantPayload, { description: 'Changes a tenant. Needs TENANT_MANAGE.' })
  async updateTenant(
    @Arg('input', () => UpdateTenantInput, { description: 'The changes.' }) input: UpdateTenantInput,
    @Ctx() context: RequestContext,
  ): Promise<TenantPayload> {
    const id = parseId('tenant', input.tenantId);
    await context.flows.updateTenant(context.signIn.viewer, { id, changes: parseChanges(input) });
    return await reloadTenant(context, id);
  }

  @Mutation(() => TenantPayload, {
    description:
      'Archives a tenant: no operation can start on it, and its history stays. Safe to repeat. Needs TENANT_MANAGE. updateTenant restores it.',
  })
  async archiveTenant(
    @Arg('input', () => ArchiveTenantInput, { description: 'The tenant.' }) input: ArchiveTenantInput,
    @Ctx() context: RequestContext,
  ): Promise<TenantPayload> {
    const id = parseId('tenant', input.tenantId);
    await context.flows.archiveTenant(context.signIn.viewer, id);
    return await reloadTenant(context, id);
  }

  @Mutation(() => TenantPayload, {
    description: 'Sets the viewer’s current tenant in its workspace. Other people are not affected.',
  })
  async setCurrentTenant(
    @Arg('input', () => SetCurrentTenantInput, { description: 'The tenant.' }) input: SetCurrentTenantInput,
    @Ctx() context: RequestContext,
  ): Promise<TenantPayload> {
    const id = parseId('tenant', input.tenantId);
    await context.flows.setCurrentTenant(context.signIn.viewer, id);
    return await reloadTenant(context, id);
  }
}

function parseChanges(input: UpdateTenantInput): UpdateTenantRequest['changes'] {
  const { name, entraTenantId, externalId, status } = input;
  if (status === 'archived')
    throw badInput('status', 'status must be ONBOARDING or ACTIVE. To archive, use archiveTenant.');
  return {
    ...(name == null ? {} : { name: parseName('name', name, { max: longestName }) }),
    ...(entraTenantId === undefined ? {} : { tenantId: parseDirectory(entraTenantId) }),
    ...(externalId === undefined ? {} : { externalId: parseExternalId(externalId) }),
    ...(status == null ? {} : { status }),
  };
}

function parseDirectory(entraTenantId: string | null | undefined): string | null {
  return entraTenantId == null ? null : parseGuid('entraTenantId', entraTenantId);
}

function parseExternalId(externalId: string | null | undefined): string | null {
  return externalId == null ? null : parseName('externalId', externalId, { max: longestName });
}
