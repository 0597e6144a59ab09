import { Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { toGlobalId } from '../../core/global-id.ts';
import {
  auditSentence,
  kindOfSubject,
  type AuditEntry,
  type AuditSubjectType,
} from '../../core/people/audit.ts';
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

  @FieldResolver(() => ID, { description: 'Id of the object.' })
  subjectId(@Root() { subjectType, subjectId }: AuditEntry): string {
    return toGlobalId(kindOfSubject[subjectType], subjectId);
  }

  @FieldResolver(() => String, { description: 'The action in words that follow the actor’s name.' })
  sentence(@Root() { action }: AuditEntry): string {
    return auditSentence(action);
  }
}

type OfTenant = { readonly tenantId: number | null } | null;

const loads: Partial<Record<AuditSubjectType, (loaders: Loaders, id: number) => Promise<OfTenant>>> = {
  provider_connection: (loaders, id) => loaders.connection.load(id),
  operation_run: (loaders, id) => loaders.run.load(id),
  tenant_onboarding_session: (loaders, id) => loaders.onboardingSession.load(id),
};

async function tenantIdOf(
  { subjectType, subjectId, data }: AuditEntry,
  loaders: Loaders,
): Promise<number | null> {
  if (subjectType === 'tenant') return subjectId;
  const noted = data['tenant_id'];
  if (typeof noted === 'number') return noted;
  return (await loads[subjectType]?.(loaders, subjectId))?.tenantId ?? null;
}
