import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Capability as CapabilityName } from '../../core/access/access.ts';
import type { ApiToken, ApiTokenStatus as Status } from '../../core/people/member.ts';
import { ApiTokenStatus, Capability } from '../enums.ts';
import { NodeType } from '../node.ts';

@ObjectType('ApiToken', {
  implements: NodeType,
  description:
    'What a script signs in with: acts for its user in one workspace. Its text cannot be read again.',
})
export class ApiTokenType extends NodeType implements Pick<ApiToken, 'id' | 'name' | 'prefix'> {
  @Field(() => String, { description: 'What it is for.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its first characters, to recognise it by.' })
  readonly prefix!: string;

  @Field(() => Date, { nullable: true, description: 'When it stops working by itself; null: never.' })
  readonly expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute; null: never.' })
  readonly lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null: it was not.' })
  readonly revokedAt!: Date | null;

  @Field(() => Date, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => ApiTokenStatus, { description: 'Whether it works, as of now.' })
  readonly status!: Status;
}

@InputType('CreateApiTokenInput', { description: 'What a new token may do, where and for how long.' })
export class CreateApiTokenInput {
  @Field(() => ID, { description: 'The workspace it is for.' })
  readonly workspaceId!: string;

  @Field(() => String, { description: 'What it is for, up to 100 characters.' })
  readonly name!: string;

  @Field(() => [Capability], {
    nullable: true,
    description:
      'What it may do at most, out of what the viewer may do; VIEW is always part of it. Left out: everything the viewer may do.',
  })
  readonly capabilities?: CapabilityName[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it stops working: within 366 days. Left out: in 90 days.',
  })
  readonly expiresAt?: Date | null;
}

@InputType('RevokeApiTokenInput', { description: 'Which token to revoke.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'The token.' })
  readonly apiTokenId!: string;
}

@ObjectType('CreateApiTokenPayload', { description: 'The new token, and its text this once.' })
export class CreateApiTokenPayload {
  @Field(() => ApiTokenType, { description: 'The token as it is listed from now on.' })
  readonly apiToken!: ApiToken;

  @Field(() => String, {
    description: 'What the script sends as `Authorization: Bearer …`. Shown now and never again.',
  })
  readonly plaintext!: string;
}

@ObjectType('ApiTokenPayload', { description: 'The token after the change.' })
export class ApiTokenPayload {
  @Field(() => ApiTokenType, { description: 'The token.' })
  readonly apiToken!: ApiToken;
}
