import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { limits } from './limits.ts';

/** It is executed in one go, and no one else has a turn in between. */
const weight = 2;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

/**
 * What each `__schema` and `__type` of a document gives back. The schema is known, so it is counted and not estimated: by
 * walking what would be walked, each selection of each thing once. `__type` counts as the largest type there is.
 */
// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function createIntrospectionPrice(
  schema: GraphQLSchema,
  fragments: Fragments,
): (node: FieldNode) => number {
  const known = new Map<SelectionSetNode, Map<unknown, number>>();
  /** A fragment inside itself counts once; validation refuses it. */
  const open = new Set<string>();
  let walked = 0;
  const root = (name: string) => schema.getType(name) as GraphQLObjectType;

  function ofThing(set: SelectionSetNode, type: GraphQLObjectType, thing: unknown): number {
    const prices = known.get(set) ?? new Map<unknown, number>();
    known.set(set, prices);
    const price = prices.get(thing);
    if (price !== undefined) return price;
    const fresh = ofSet(set, type, thing);
    prices.set(thing, fresh);
    return fresh;
  }

  function ofSet(set: SelectionSetNode, type: GraphQLObjectType, thing: unknown): number {
    let price = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) price += ofField(selection, type, thing);
      else if (selection.kind === Kind.INLINE_FRAGMENT) price += ofSet(selection.selectionSet, type, thing);
      else price += ofFragment(selection.name.value, type, thing);
    }
    return price;
  }

  function ofFragment(name: string, type: GraphQLObjectType, thing: unknown): number {
    const fragment = fragments.get(name);
    if (fragment === undefined || open.has(name)) return 0;
    open.add(name);
    const price = ofThing(fragment.selectionSet, type, thing);
    open.delete(name);
    return price;
  }

  function ofField({ name, selectionSet }: FieldNode, type: GraphQLObjectType, thing: unknown): number {
    walked += weight;
    // What is walked is also returned, at least once: more than the most is too much, and enough has been walked.
    if (walked > limits.cost) return Infinity;
    const field = type.getFields()[name.value];
    const inner = field && getNamedType(field.type);
    if (field?.resolve === undefined || selectionSet === undefined || !isObjectType(inner)) return weight;
    const info = { schema } as GraphQLResolveInfo;
    const found: unknown = field.resolve(thing, { includeDeprecated: true }, null, info);
    const things = (Array.isArray(found) ? found : [found]).filter((one) => one != null);
    return things.reduce((sum: number, one) => sum + ofThing(selectionSet, inner, one), weight);
  }

  return ({ name, selectionSet: set }) => {
    if (set === undefined) return weight;
    if (name.value === '__schema') return weight + ofThing(set, root('__Schema'), schema);
    const types = Object.values(schema.getTypeMap());
    return weight + Math.max(...types.map((type) => ofThing(set, root('__Type'), type)));
  };
}
