import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { auditSentence, type AuditEntry } from '../../core/audit.ts';
import type { User, Workspace } from '../../core/workspace.ts';
import { PageArgs, toPageRequest } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { UserType } from '../viewer/viewer.type.ts';
import { WorkspaceType } from '../workspace/workspace.type.ts';
import { AuditEntryConnection, AuditEntryType } from './audit.type.ts';

@Resolver(() => WorkspaceType)
export class AuditLogResolver {
  @FieldResolver(() => AuditEntryConnection, {
    description: 'What was changed and started in the workspace, newest first. Needs MEMBERS_MANAGE.',
  })
  async auditLog(
    @Root() workspace: Workspace,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    const page = await view.pageAudit(workspace, toPageRequest(args));
    return new AuditEntryConnection(page, () => view.countAudit(workspace));
  }
}

@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'Who did it; null for the system itself.' })
  async actor(@Root() { actorUserId }: AuditEntry, @Ctx() { loaders }: RequestContext): Promise<User | null> {
    return actorUserId === null ? null : await loaders.user.load(actorUserId);
  }

  @FieldResolver(() => String, { description: 'The action as words that follow the actor’s name.' })
  sentence(@Root() { action }: AuditEntry): string {
    return auditSentence(action);
  }
}
