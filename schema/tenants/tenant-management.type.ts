import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { notFound } from '../../core/fault.ts';
import type { Tenant, TenantStatus as TenantStatusValue } from '../../core/tenants/tenant.ts';
import type { RequestContext } from '../context.ts';
import { TenantStatus } from '../enums.ts';
import { TenantType } from './tenant.type.ts';

@InputType('CreateTenantInput', { description: 'The tenant to add.' })
export class CreateTenantInput {
  @Field(() => ID, { description: 'The workspace to add it to.' })
  readonly workspaceId!: string;

  @Field(() => String, { description: 'Display name; at most 200 characters.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The Entra directory (tenant) GUID, if known.' })
  readonly entraTenantId?: string | null;

  @Field(() => String, { nullable: true, description: 'The tenant’s id in another system.' })
  readonly externalId?: string | null;
}

@InputType('UpdateTenantInput', { description: 'The changes; omitted fields stay as they are.' })
export class UpdateTenantInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;

  @Field(() => String, { nullable: true, description: 'Display name; at most 200 characters.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'The Entra directory’s GUID; null clears it.' })
  readonly entraTenantId?: string | null;

  @Field(() => String, { nullable: true, description: 'The tenant’s id in another system; null clears it.' })
  readonly externalId?: string | null;

  @Field(() => TenantStatus, {
    nullable: true,
    description:
      'ONBOARDING or ACTIVE, which also restores an archived tenant. To archive, use archiveTenant.',
  })
  readonly status?: TenantStatusValue | null;
}

@InputType('ArchiveTenantInput', { description: 'The tenant to archive.' })
export class ArchiveTenantInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;
}

@InputType('SetCurrentTenantInput', { description: 'The tenant the viewer is working on.' })
export class SetCurrentTenantInput {
  @Field(() => ID, { description: 'The tenant.' })
  readonly tenantId!: string;
}

@ObjectType('TenantPayload', { description: 'The tenant after the change.' })
export class TenantPayload {
  @Field(() => TenantType, { description: 'The tenant.' })
  readonly tenant!: Tenant;
}

/** As it is now, not as it was loaded earlier in the request. */
export async function reloadTenant(context: RequestContext, id: number): Promise<TenantPayload> {
  context.refresh();
  const tenant = await context.loaders.tenant.load(id);
  if (tenant === null) throw notFound();
  return { tenant };
}
