import { Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { CollectionKind as CollectionKindValue, InventoryItem } from '../../core/inventory/inventory.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { createConnectionType, PageArgs, toPageRequest } from '../relay.ts';
import type { RequestContext } from '../context.ts';
import { CollectionKind } from '../enums.ts';
import { NodeType } from '../node.ts';
import { TenantType } from '../tenants/tenant.type.ts';

@ObjectType('InventoryItem', {
  implements: NodeType,
  description: 'One object in a tenant’s directory, as the last complete sync of its kind saw it.',
})
class InventoryItemType extends NodeType implements InventoryItem {
  @Field(() => CollectionKind, { description: 'The kind of object.' })
  readonly kind!: CollectionKindValue;

  @Field(() => String, { description: 'The provider’s id for it.' })
  readonly externalId!: string;

  @Field(() => String, { description: 'Its name in the directory.' })
  readonly name!: string;

  @Field(() => Date, { description: 'When a sync first saw it.' })
  readonly firstSeenAt!: Date;

  @Field(() => Date, { description: 'When a sync last saw it.' })
  readonly lastSeenAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When a complete sync no longer found it; null while it exists.',
  })
  readonly goneAt!: Date | null;
}

const InventoryItemConnection = createConnectionType('InventoryItem', () => InventoryItemType);

@ArgsType()
class InventoryArgs extends PageArgs {
  @Field(() => [CollectionKind], { nullable: true, description: 'Only these kinds.' })
  readonly kinds?: CollectionKindValue[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Include items that no longer exist.' })
  readonly includeGone!: boolean;
}

@Resolver(() => TenantType)
export class TenantInventoryResolver {
  @FieldResolver(() => InventoryItemConnection, {
    description: 'What syncs found in the directory, by kind and name.',
  })
  async inventory(
    @Root() { id }: Tenant,
    @Args(() => InventoryArgs) args: InventoryArgs,
    @Ctx() { view }: RequestContext,
  ): Promise<InstanceType<typeof InventoryItemConnection>> {
    const filter = { tenantId: id, kinds: args.kinds ?? null, includeGone: args.includeGone };
    const page = await view.pageInventory(filter, toPageRequest(args));
    return new InventoryItemConnection(page, (limit) => view.countInventory(filter, limit));
  }
}
