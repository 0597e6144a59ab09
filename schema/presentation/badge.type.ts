import { Field, ObjectType } from 'type-graphql';
import type { Badge, BadgeColor as Color } from '../../core/presentation/badges.ts';
import { BadgeColor } from '../enums.ts';

@ObjectType('Badge', { description: 'How a status is shown, everywhere the same.' })
export class BadgeType implements Badge {
  @Field(() => String, { description: 'The word to show.' })
  readonly label!: string;

  @Field(() => BadgeColor, { description: 'What it means for the reader.' })
  readonly color!: Color;

  @Field(() => String, { description: 'Name of a Fluent icon, so that nothing depends on colour alone.' })
  readonly icon!: string;
}

@ObjectType('BadgeDefinition', { description: 'One value of a domain and its badge.' })
export class BadgeDefinitionType {
  @Field(() => String, { description: 'The stored value, lower case.' })
  readonly value!: string;

  @Field(() => BadgeType, { description: 'How it is shown.' })
  readonly badge!: Badge;
}

@ObjectType('BadgeDomain', { description: 'A status-like field and all its values.' })
export class BadgeDomainType {
  @Field(() => String, { description: 'E.g. operation_run_status.' })
  readonly name!: string;

  @Field(() => [BadgeDefinitionType], { description: 'Every value the domain knows.' })
  readonly definitions!: BadgeDefinitionType[];
}
