import { Field, ID, ObjectType } from 'type-graphql';
import { Json } from '../scalars.ts';
import type { AuditData, AuditEntry, AuditSubjectType } from '../../core/people/audit.ts';
import { createConnectionType } from '../relay.ts';

@ObjectType('AuditEntry', { description: 'Who did what, to what and when. Entries never change.' })
export class AuditEntryType implements Omit<AuditEntry, 'workspaceId' | 'actorUserId' | 'subjectId'> {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: number;

  @Field(() => Date, { description: 'When it happened.' })
  readonly at!: Date;

  @Field(() => String, { description: 'The action, such as tenant.created.' })
  readonly action!: string;

  @Field(() => String, { description: 'Kind of object, such as tenant or operation_run.' })
  readonly subjectType!: AuditSubjectType;

  @Field(() => Json, {
    description: 'Details by name, such as the role that was set. Never contains secrets.',
  })
  readonly data!: AuditData;
}

export const AuditEntryConnection = createConnectionType('AuditEntry', () => AuditEntryType);
