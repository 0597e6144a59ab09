import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import type { Capability as CapabilityName } from '../../core/access/access.ts';
import { badgeFor, type Badge } from '../../core/presentation/badges.ts';
import type { ApiToken } from '../../core/people/member.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { BadgeType } from '../presentation/badge.type.ts';
import type { RequestContext } from '../context.ts';
import { Capability } from '../enums.ts';
import { parseName } from '../input-text.ts';
import { ViewerType } from './viewer.type.ts';
import { WorkspaceType } from '../tenants/workspace.type.ts';
import {
  ApiTokenPayload,
  ApiTokenType,
  CreateApiTokenInput,
  CreateApiTokenPayload,
  RevokeApiTokenInput,
} from './api-token.type.ts';

@Resolver(() => ViewerType)
export class ViewerApiTokenResolver {
  @FieldResolver(() => [ApiTokenType], {
    description: 'The viewer’s own tokens, newest first, including revoked and expired ones.',
  })
  async apiTokens(@Ctx() { view }: RequestContext): Promise<ApiToken[]> {
    return await view.ownTokens();
  }
}

@Resolver(() => ApiTokenType)
export class ApiTokenResolver {
  @FieldResolver(() => WorkspaceType, {
    nullable: true,
    description: 'The workspace it is for; null when the viewer has left it.',
  })
  async workspace(
    @Root() { workspaceId }: ApiToken,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Workspace | null> {
    return await loaders.workspace.load(workspaceId);
  }

  @FieldResolver(() => [Capability], {
    nullable: true,
    description: 'The capabilities it is limited to; null if it may do everything its user may do.',
  })
  capabilities(@Root() { scopes }: ApiToken): readonly CapabilityName[] | null {
    return scopes;
  }

  @FieldResolver(() => BadgeType, { description: 'How the status is shown.' })
  statusBadge(@Root() { status }: ApiToken): Badge {
    return badgeFor('api_token_status', status);
  }

  @Mutation(() => CreateApiTokenPayload, {
    description:
      'Creates an API token. Its plaintext is returned only here. A token created by another token is revoked with it.',
  })
  async createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'The token.' }) input: CreateApiTokenInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<CreateApiTokenPayload> {
    return await flows.createApiToken(signIn, {
      workspaceId: parseId('workspace', input.workspaceId),
      name: parseName('name', input.name, { max: 100 }),
      capabilities: input.capabilities ?? null,
      expiresAt: input.expiresAt ?? null,
    });
  }

  @Mutation(() => ApiTokenPayload, {
    description:
      'Revokes a token immediately, with its open subscriptions and the tokens it created. Other people’s tokens need MEMBERS_MANAGE.',
  })
  async revokeApiToken(
    @Arg('input', () => RevokeApiTokenInput, { description: 'The token.' }) input: RevokeApiTokenInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<ApiTokenPayload> {
    return { apiToken: await flows.revokeApiToken(signIn.viewer, parseId('token', input.apiTokenId)) };
  }
}
