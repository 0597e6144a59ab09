import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { AuditData, AuditEntry } from '../../core/people/audit.ts';
import { createConnectionType } from '../relay.ts';

@ObjectType('AuditEntry', { description: 'Who did what to what, and when. Never changed afterwards.' })
export class AuditEntryType implements Omit<AuditEntry, 'workspaceId' | 'actorUserId'> {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: number;

  @Field(() => Date, { description: 'When.' })
  readonly at!: Date;

  @Field(() => String, { description: 'What was done, e.g. tenant.created.' })
  readonly action!: string;

  @Field(() => String, { description: 'Kind of thing it was done to, e.g. tenant or operation_run.' })
  readonly subjectType!: string;

  @Field(() => ID, { description: 'Id of the thing it was done to.' })
  readonly subjectId!: number;

  @Field(() => GraphQLJSON, { description: 'Particulars by name, such as the role given. Never a secret.' })
  readonly data!: AuditData;
}

export const AuditEntryConnection = createConnectionType('AuditEntry', () => AuditEntryType);
