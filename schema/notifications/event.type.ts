import { Field, ID, ObjectType } from 'type-graphql';
import type { AtlasEvent, EventData } from '../../core/notifications/event.ts';
import { CheckSeverity, OperationRunTrigger } from '../enums.ts';
import { createConnectionType } from '../relay.ts';
import { Json } from '../scalars.ts';

@ObjectType('Event', {
  description: 'What changed, recorded once, in the transaction that changed it. Events never change.',
})
export class EventType implements Omit<AtlasEvent, 'tenantId' | 'operationRunId'> {
  @Field(() => ID, { description: 'The event’s id.' })
  readonly id!: number;

  @Field(() => String, {
    description:
      'What happened: tenant.not_ready, tenant.ready, tenant.reason_changed, credential.expires, schedule.missed or run.lost; more may follow.',
  })
  readonly kind!: AtlasEvent['kind'];

  @Field(() => String, {
    description: 'The reason and what it names: events that have one cause have the same.',
  })
  readonly causeKey!: string;

  @Field(() => CheckSeverity, { description: 'How severe it is.' })
  readonly severity!: AtlasEvent['severity'];

  @Field(() => Json, {
    description: 'Facts by name, such as the reason’s code. Never contains secrets or Microsoft’s text.',
  })
  readonly data!: EventData;

  @Field(() => OperationRunTrigger, {
    nullable: true,
    description: 'What started the run that found it; null if no run did.',
  })
  readonly trigger!: AtlasEvent['trigger'];

  @Field(() => Date, { description: 'When it happened.' })
  readonly at!: Date;
}

export const EventConnection = createConnectionType('Event', () => EventType);
