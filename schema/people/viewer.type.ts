import { Field, ObjectType } from 'type-graphql';
import type { User } from '../../core/tenants/workspace.ts';
import { NodeType } from '../node.ts';

@ObjectType('User', { implements: NodeType, description: 'A person.' })
export class UserType extends NodeType implements User {
  @Field(() => String, { description: 'Name as shown to others.' })
  readonly displayName!: string;

  @Field(() => String, { nullable: true, description: 'Address, where it is known.' })
  readonly email!: string | null;
}

@ObjectType('Viewer', { description: 'Whoever is asking.' })
export class ViewerType {}
