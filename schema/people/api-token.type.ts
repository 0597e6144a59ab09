import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Capability as CapabilityName } from '../../core/access/access.ts';
import type { ApiToken, ApiTokenStatus as Status } from '../../core/people/member.ts';
import { ApiTokenStatus, Capability } from '../enums.ts';
import { NodeType } from '../node.ts';

@ObjectType('ApiToken', {
  implements: NodeType,
  description:
    'A bearer token for scripts. It acts for its user in one workspace; its plaintext cannot be read again.',
})
export class ApiTokenType extends NodeType implements Pick<ApiToken, 'id' | 'name' | 'prefix'> {
  @Field(() => String, { description: 'What it is for.' })
  readonly name!: string;

  @Field(() => String, { description: 'The first characters of the token, to recognize it.' })
  readonly prefix!: string;

  @Field(() => Date, { nullable: true, description: 'When it expires; null if it does not.' })
  readonly expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute; null if never.' })
  readonly lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null if it was not.' })
  readonly revokedAt!: Date | null;

  @Field(() => Date, { description: 'When it was created.' })
  readonly createdAt!: Date;

  @Field(() => ApiTokenStatus, { description: 'Whether the token is valid now.' })
  readonly status!: Status;
}

@InputType('CreateApiTokenInput', { description: 'What the new token may do, where and for how long.' })
export class CreateApiTokenInput {
  @Field(() => ID, { description: 'The workspace it is for.' })
  readonly workspaceId!: string;

  @Field(() => String, { description: 'What it is for; at most 100 characters.' })
  readonly name!: string;

  @Field(() => [Capability], {
    nullable: true,
    description:
      'The token’s capabilities, at most those of the viewer; VIEW is always included. Defaults to everything the viewer may do.',
  })
  readonly capabilities?: CapabilityName[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it expires, at most 366 days from now; defaults to 90 days.',
  })
  readonly expiresAt?: Date | null;
}

@InputType('RevokeApiTokenInput', { description: 'The token to revoke.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'The token.' })
  readonly apiTokenId!: string;
}

@ObjectType('CreateApiTokenPayload', {
  description: 'The new token and its plaintext, which is returned only here.',
})
export class CreateApiTokenPayload {
  @Field(() => ApiTokenType, { description: 'The token as listed.' })
  readonly apiToken!: ApiToken;

  @Field(() => String, {
    description: 'The plaintext to send as `Authorization: Bearer …`. Returned only once.',
  })
  readonly plaintext!: string;
}

@ObjectType('ApiTokenPayload', { description: 'The token after the change.' })
export class ApiTokenPayload {
  @Field(() => ApiTokenType, { description: 'The token.' })
  readonly apiToken!: ApiToken;
}
