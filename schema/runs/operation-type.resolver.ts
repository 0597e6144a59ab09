import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Capability as CapabilityName } from '../../core/access/access.ts';
import {
  operationTypes,
  type OperationStart as OperationStartName,
  type OperationTypeDefinition,
} from '../../core/runs/operation-types.ts';
import type { RequestContext } from '../context.ts';
import { Capability, OperationStart } from '../enums.ts';

@ObjectType('OperationType', { description: 'A kind of long-running action.' })
export class OperationTypeType {
  @Field(() => String, { description: 'The type, such as provider.connection.check.' })
  readonly type!: string;

  @Field(() => String, { description: 'Display name.' })
  readonly label!: string;

  @Field(() => String, { description: 'The part of TenantAtlas it belongs to.' })
  readonly module!: string;

  @Field(() => Capability, { description: 'The capability needed to start it.' })
  readonly requiredCapability!: CapabilityName;

  @Field(() => Boolean, {
    description: 'Whether startOperation starts it: the same as `startedBy` being START_OPERATION.',
  })
  readonly startable!: boolean;

  @Field(() => Boolean, { description: 'Whether a schedule can start it.' })
  readonly schedulable!: boolean;

  @Field(() => Boolean, {
    description: 'Whether its runs leave a verification report, whatever their outcome.',
  })
  readonly reports!: boolean;

  @Field(() => OperationStart, { description: 'How a client starts it.' })
  readonly startedBy!: OperationStartName;
}

@Resolver(() => OperationTypeType)
export class OperationTypeResolver {
  @Query(() => [OperationTypeType], { description: 'The registry of operations.' })
  operationTypes(@Ctx() { view }: RequestContext): OperationTypeType[] {
    void view;
    return Object.entries(operationTypes).map(([type, definition]) => toOperationType(type, definition));
  }
}

function toOperationType(
  type: string,
  { label, module, capability, schedulable, reports, startedBy }: OperationTypeDefinition,
): OperationTypeType {
  const startable = startedBy === 'start_operation';
  return { type, label, module, requiredCapability: capability, startable, schedulable, reports, startedBy };
}
