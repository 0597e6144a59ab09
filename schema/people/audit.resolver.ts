import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { auditSentence, type AuditEntry } from '../../core/people/audit.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { User, Workspace } from '../../core/tenants/workspace.ts';
import { PageArgs, toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { TenantType } from '../tenants/tenant.type.ts';
import { UserType } from './viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import { AuditEntryConnection, AuditEntryType } from './audit.type.ts';

@Resolver(() => WorkspaceType)
export class AuditLogResolver {
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description:
      'What was changed and started in the workspace, newest first. Needs MEMBERS_MANAGE, else null and FORBIDDEN.',
  })
  async auditLog(
    @Root() workspace: Workspace,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    const page = await view.pageAudit(workspace, toPageRequest(args));
    return new AuditEntryConnection(page, (limit) => view.countAudit(workspace, limit));
  }
}

@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'Who did it; null for the system itself.' })
  async actor(@Root() { actorUserId }: AuditEntry, @Ctx() { loaders }: RequestContext): Promise<User | null> {
    return actorUserId === null ? null : await loaders.user.load(actorUserId);
  }

  @FieldResolver(() => TenantType, {
    nullable: true,
    description: 'The tenant concerned; null if there is none or the viewer cannot see it.',
  })
  async tenant(@Root() entry: AuditEntry, @Ctx() { loaders }: RequestContext): Promise<Tenant | null> {
    const id = await tenantIdOf(entry, loaders);
    return id === null ? null : await loaders.tenant.load(id);
  }

  @FieldResolver(() => String, { description: 'The action in words that follow the actor’s name.' })
  sentence(@Root() { action }: AuditEntry): string {
    return auditSentence(action);
  }
}

async function tenantIdOf(
  { subjectType, subjectId, data }: AuditEntry,
  loaders: Loaders,
): Promise<number | null> {
  if (subjectType === 'tenant') return subjectId;
  const noted = data['tenant_id'];
  if (typeof noted === 'number') return noted;
  switch (subjectType) {
    case 'provider_connection':
      return (await loaders.connection.load(subjectId))?.tenantId ?? null;
    case 'operation_run':
      return (await loaders.run.load(subjectId))?.tenantId ?? null;
    case 'tenant_onboarding_session':
      return (await loaders.onboardingSession.load(subjectId))?.tenantId ?? null;
    default:
      return null;
  }
}
