import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Capability as CapabilityName } from '../../core/access/access.ts';
import { operationTypes } from '../../core/runs/operation-types.ts';
import type { RequestContext } from '../context.ts';
import { Capability } from '../enums.ts';

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

  @Field(() => Boolean, { description: 'Whether it has a worker, so that it can be started.' })
  readonly startable!: boolean;
}

@Resolver(() => OperationTypeType)
export class OperationTypeResolver {
  @Query(() => [OperationTypeType], { description: 'The registry of operations.' })
  operationTypes(@Ctx() { view }: RequestContext): OperationTypeType[] {
    void view;
    return Object.entries(operationTypes).map(([type, { label, module, capability, startable }]) => ({
      type,
      label,
      module,
      requiredCapability: capability,
      startable,
    }));
  }
}
