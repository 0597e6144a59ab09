import { Field, ObjectType } from 'type-graphql';
import type { Badge, BadgeColor as Color } from '../../core/presentation/badges.ts';
import { BadgeColor } from '../enums.ts';

@ObjectType('Badge', { description: 'How a status is displayed, the same everywhere.' })
export class BadgeType implements Badge {
  @Field(() => String, { description: 'The label to display.' })
  readonly label!: string;

  @Field(() => BadgeColor, { description: 'The meaning of the color.' })
  readonly color!: Color;

  @Field(() => String, { description: 'Name of a Fluent icon, so that nothing depends on color alone.' })
  readonly icon!: string;
}

@ObjectType('BadgeDefinition', { description: 'A value of a domain and its badge.' })
export class BadgeDefinitionType {
  @Field(() => String, { description: 'The stored value, in lower case.' })
  readonly value!: string;

  @Field(() => BadgeType, { description: 'How it is displayed.' })
  readonly badge!: Badge;
}

@ObjectType('BadgeDomain', { description: 'A status-like field and all of its values.' })
export class BadgeDomainType {
  @Field(() => String, { description: 'Name of the domain, such as operation_run_status.' })
  readonly name!: string;

  @Field(() => [BadgeDefinitionType], { description: 'Every value the domain knows.' })
  readonly definitions!: BadgeDefinitionType[];
}
