import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

import { limits } from '../../../server/graphql/policy/limits.ts';
import { priceOf } from '../../../server/graphql/policy/price.ts';

/**
 * Queries made from the schema itself, so that a new field is walked without anyone thinking of it. Only things with
 * an identity (Node) count as a hop; what lies between them is opened as far as it goes.
 */
export interface Walkable {
  readonly schema: GraphQLSchema;
  /** Hops behind the first thing. */
  readonly hops: number;
}

/** Answers with FORBIDDEN for everyone but owners and would take what is around it along: asked at the root only. */
const onlyAtRoot = new Set(['auditLog', 'events']);

/** What has a selection; of an interface, the fields that all its types have. */
type Selected = GraphQLObjectType | GraphQLInterfaceType;

function isSelected(type: GraphQLNamedType | undefined): type is Selected {
  return isObjectType(type) || isInterfaceType(type);
}

/** Room for what a document wraps around its selection, in levels, tokens and fields of the answer. */
const wrapping = { depth: 2, tokens: 50, cost: 50 } as const;

/** No list of the world is longer: a page of the default size would make a document too costly to be answered. */
const pageSize = 5;

/** A tenant of the world has one of each, and what a policy may say is priced high. */
const shortLists: Readonly<Record<string, number>> = { policies: 2, backupSets: 2, versions: 1 };

/**
 * First what a value of the type says of itself, then, in as few selections as the server's limits allow, everything
 * that can be reached from it. Paths deeper than the server answers are left out: no one can walk them.
 */
export function selectionsFrom(walkable: Walkable, type: Selected): string[] {
  const { schema, hops } = walkable;
  const selections = edgesOf(schema, type)
    .flatMap((edge) => routesAlong(walkable, edge, hops, []))
    .flatMap((route) => affordable(schema, type, route))
    .filter((selection) => depthOf(selection) <= limits.depth - wrapping.depth);
  return [leavesOf(schema, type).join(' '), ...packed(schema, type, selections)].filter(
    (selection) => selection !== '',
  );
}

/** The fields on the way to a thing, and what it is. */
interface Route {
  readonly fields: readonly Field[];
  readonly type: Selected;
}

/** One route for each thing on the way; `between` are types since the last Node. */
function routesAlong(walkable: Walkable, field: Field, hops: number, between: readonly string[]): Route[] {
  const type = getNamedType(field.type);
  if (!isSelected(type)) return [];
  const left = isNode(type) ? hops - 1 : hops;
  const passed = isNode(type) ? [] : [...between, type.name];
  const further =
    isNode(type) && hops === 0
      ? []
      : edgesOf(walkable.schema, type)
          .filter((edge) => !onlyAtRoot.has(edge.name) && !passed.includes(getNamedType(edge.type).name))
          .flatMap((edge) => routesAlong(walkable, edge, left, passed));
  return [{ fields: [], type }, ...further].map((route) => ({ ...route, fields: [field, ...route.fields] }));
}

/** All leaves at the end of the route; where that costs more than the server answers, each leaf that does not. */
function affordable(schema: GraphQLSchema, type: Selected, route: Route): string[] {
  const leaves = leavesOf(schema, route.type);
  if (leaves.length === 0) return [];
  const whole = selectionAlong(route, leaves.join(' '));
  const isAnswered = (selection: string) => costOf(schema, type, selection) <= limits.cost - wrapping.cost;
  if (isAnswered(whole)) return [whole];
  return leaves.map((leaf) => selectionAlong(route, leaf)).filter(isAnswered);
}

function selectionAlong({ fields }: Route, leaves: string): string {
  return fields.reduceRight((inner, field) => `${field.name}${pageOf(field)} { ${inner} }`, leaves);
}

/** With a space before each token, as they are counted by spaces. */
function pageOf({ name, args }: Field): string {
  return args.some((one) => one.name === 'first') ? ` ( first : ${shortLists[name] ?? pageSize} )` : '';
}

function packed(schema: GraphQLSchema, type: Selected, selections: readonly string[]): string[] {
  const packs: string[] = [];
  let size = { tokens: Infinity, cost: Infinity };
  for (const selection of selections) {
    const own = { tokens: tokensOf(selection), cost: costOf(schema, type, selection) };
    size = { tokens: size.tokens + own.tokens, cost: size.cost + own.cost };
    if (size.tokens <= limits.tokens - wrapping.tokens && size.cost <= limits.cost - wrapping.cost) {
      packs.push(`${packs.pop() ?? ''} ${selection}`);
    } else {
      packs.push(selection);
      size = own;
    }
  }
  return packs;
}

function costOf(schema: GraphQLSchema, { name }: Selected, selection: string): number {
  return priceOf(schema, parse(`{ ...selection } fragment selection on ${name} { ${selection} }`), {}).cost;
}

function tokensOf(selection: string): number {
  return selection.split(/\s+/).length;
}

function depthOf(selection: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of selection) {
    if (character === '{') deepest = Math.max(deepest, (open += 1));
    if (character === '}') open -= 1;
  }
  return deepest + 1;
}

type Field = GraphQLField<unknown, unknown>;

function edgesOf(schema: GraphQLSchema, type: Selected): Field[] {
  return fieldsOf(type).filter((field) => leadsToNode(schema, getNamedType(field.type).name));
}

/** Scalars in one, and each object from which no Node can be reached. */
function leavesOf(schema: GraphQLSchema, type: Selected): string[] {
  const scalars: string[] = [];
  const objects: string[] = [];
  for (const field of fieldsOf(type)) {
    const { name } = field;
    const named = getNamedType(field.type);
    if (isScalarType(named) || isEnumType(named)) scalars.push(name);
    else if (isSelected(named) && !leadsToNode(schema, named.name))
      objects.push(`${name}${pageOf(field)} { ${leavesOf(schema, named).join(' ')} }`);
  }
  return scalars.length === 0 ? objects : [scalars.join(' '), ...objects];
}

function fieldsOf(type: Selected): Field[] {
  const fields = Object.values(type.getFields());
  for (const { type: fieldType, name } of fields) {
    const named = getNamedType(fieldType);
    if (isUnionType(named)) throw new Error(`teach the walk about ${type.name}.${name}`);
  }
  return fields.filter((field) => !field.args.some(isRequiredArgument));
}

const known = new WeakMap<GraphQLSchema, Map<string, boolean>>();

export function leadsToNode(schema: GraphQLSchema, typeName: string, path: readonly string[] = []): boolean {
  const memory = known.get(schema) ?? new Map<string, boolean>();
  known.set(schema, memory);
  const remembered = memory.get(typeName);
  if (remembered !== undefined) return remembered;
  const type = schema.getType(typeName);
  if (!isSelected(type) || path.includes(typeName)) return false;
  const leads =
    isNode(type) ||
    Object.values(type.getFields()).some((field) =>
      leadsToNode(schema, getNamedType(field.type).name, [...path, typeName]),
    );
  if (path.length === 0) memory.set(typeName, leads);
  return leads;
}

function isNode(type: Selected): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}
