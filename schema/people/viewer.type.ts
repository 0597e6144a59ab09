import { Field, ObjectType } from 'type-graphql';
import type { User } from '../../core/tenants/workspace.ts';
import { NodeType } from '../node.ts';

@ObjectType('User', { implements: NodeType, description: 'A person.' })
export class UserType extends NodeType implements User {
  @Field(() => String, { description: 'Display name.' })
  readonly displayName!: string;

  @Field(() => String, { nullable: true, description: 'Email address, if known.' })
  readonly email!: string | null;
}

@ObjectType('Viewer', { description: 'The caller.' })
export class ViewerType {}
