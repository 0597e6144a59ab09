import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { defaultPage, listBoundOf } from '../../../schema/list-bounds.ts';
import { createIntrospectionPrice, isIntrospection } from './introspection-price.ts';
import { maxFirst, maxPerPage } from './limits.ts';
import type { Variables } from './variables.ts';

export interface Price {
  /** Fields in the answer at most, and items in the lists of the arguments. */
  readonly cost: number;
  /** Other variables may make it another price. */
  readonly dependsOnVariables: boolean;
}

/**
 * What a document may give back at most, before anything of it is executed: pages by `first` or the schema's default for
 * it, other lists by their declared bound, ids in arguments one by one, each multiplied through. Fragments count as
 * often as they are spread and are looked at once. What the schema does not know costs little; validation refuses it.
 */
// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function priceOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables): Price {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const defaults = defaultsOf(document);
  const introspectionPrice = createIntrospectionPrice(schema, fragments);
  const known = new Map<string, number>();
  let dependsOnVariables = false;

  function ofSet(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): number {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) cost += ofField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(selection.name.value);
      else
        cost += ofSet(selection.selectionSet, typeOf(schema, selection.typeCondition?.name.value) ?? parent);
    }
    return cost;
  }

  function ofFragment(name: string): number {
    const cost = known.get(name);
    if (cost !== undefined) return cost;
    // A fragment inside itself counts once; validation refuses it.
    known.set(name, 0);
    const fragment = fragments.get(name);
    const own = ofSet(fragment?.selectionSet, typeOf(schema, fragment?.typeCondition.name.value));
    known.set(name, own);
    return own;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType | undefined): number {
    if (isIntrospection(node)) return introspectionPrice(node);
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const items = field === undefined ? 1 : itemsOf(parent?.name ?? '', field, node);
    const inner = ofSet(node.selectionSet, field && getNamedType(field.type));
    const given = (node.arguments ?? []).reduce((sum, { value }) => sum + valuesIn(value), 0);
    return 1 + given + inner * items;
  }

  function itemsOf(typeName: string, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const first = field.args.find(({ name }) => name === 'first');
    const ids = node.arguments?.find(({ name }) => name.value === 'ids')?.value;
    if (first === undefined && ids !== undefined) return Math.max(1, valuesIn(ids));
    if (first === undefined) return listBoundOf(typeName, field.name) ?? 1;
    const given = (name: string) => node.arguments?.find((one) => one.name.value === name)?.value;
    const sizes = [given('first'), given('last')].filter((size) => size !== undefined).map(pageSizeOf);
    const known = sizes.filter((size) => size !== null);
    return known.length === 0 ? within(first.defaultValue ?? defaultPage) : Math.max(...known);
  }

  /** null: left out, in as many words. */
  function pageSizeOf(given: ValueNode): number | null {
    const value = valueOf(given);
    return value == null ? null : within(value);
  }

  function valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.INT) return Number(node.value);
    if (node.kind !== Kind.VARIABLE) return null;
    dependsOnVariables = true;
    const given = variables[node.name.value];
    const ownDefault = given === undefined ? defaults.get(node.name.value) : undefined;
    return ownDefault === undefined ? given : valueOf(ownDefault);
  }

  /** Items of lists, however deep. */
  function valuesIn(node: ValueNode): number {
    if (node.kind === Kind.LIST) return node.values.reduce((sum, value) => sum + 1 + valuesIn(value), 0);
    if (node.kind === Kind.OBJECT) return node.fields.reduce((sum, { value }) => sum + valuesIn(value), 0);
    if (node.kind !== Kind.VARIABLE) return 0;
    dependsOnVariables = true;
    const given = variables[node.name.value];
    const ownDefault = given === undefined ? defaults.get(node.name.value) : undefined;
    return ownDefault === undefined ? itemsIn(given) : valuesIn(ownDefault);
  }

  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const cost = (operations as readonly OperationDefinitionNode[])
    .map(({ operation, selectionSet }) => ofSet(selectionSet, schema.getRootType(operation) ?? undefined))
    .reduce((sum, price) => sum + price, 0);
  return { cost, dependsOnVariables };
}

/** More than the most is refused by name later, in words that say what is expected. */
function within(value: unknown): number {
  const size = typeof value === 'number' && Number.isInteger(value) ? value : maxPerPage;
  return Math.min(Math.max(1, size), maxFirst);
}

/** What variables are when a request leaves them out; constants, so never variables themselves. */
function defaultsOf(document: DocumentNode): ReadonlyMap<string, ValueNode> {
  const defaults = new Map<string, ValueNode>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, defaultValue } of definition.variableDefinitions ?? [])
      if (defaultValue !== undefined) defaults.set(variable.name.value, defaultValue);
  }
  return defaults;
}

function typeOf(schema: GraphQLSchema, name: string | undefined): GraphQLNamedType | undefined {
  return name === undefined ? undefined : schema.getType(name);
}

/** Of a variable's value, whose depth is bounded before. */
function itemsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + 1 + itemsIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + itemsIn(item), 0);
}
