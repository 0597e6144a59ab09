import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Queries made from the schema itself, so that a new field is walked without anybody thinking of it. Only things with
 * an identity (Node) count as a hop; what lies between them is opened as far as it goes.
 */
export interface Walkable {
  readonly schema: GraphQLSchema;
  /** Hops behind the first thing. */
  readonly hops: number;
}

/** Answers with FORBIDDEN for everybody but owners and would take what is around it along: asked at the root only. */
const onlyAtRoot = new Set(['auditLog']);

/** One selection per edge of the type: together they are everything that can be reached from a value of it. */
export function selectionsFrom(walkable: Walkable, type: GraphQLObjectType): string[] {
  const leaves = leavesOf(walkable.schema, type);
  const edges = edgesOf(walkable.schema, type);
  return [leaves, ...edges.map((edge) => follow(walkable, edge, walkable.hops, []))];
}

function follow(walkable: Walkable, field: Field, hops: number, between: readonly string[]): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  const inside = isNode(type)
    ? nodeSelection(walkable, type, hops)
    : [leavesOf(walkable.schema, type), ...innerEdges(walkable, type, hops, [...between, type.name])].join(
        ' ',
      );
  return inside.trim() === '' ? '' : `${field.name}${argumentsOf(field)} { ${inside} }`;
}

function nodeSelection(walkable: Walkable, type: GraphQLObjectType, hops: number): string {
  const leaves = leavesOf(walkable.schema, type);
  return hops === 0 ? leaves : [leaves, ...innerEdges(walkable, type, hops - 1, [])].join(' ');
}

function innerEdges(
  walkable: Walkable,
  type: GraphQLObjectType,
  hops: number,
  between: readonly string[],
): string[] {
  return edgesOf(walkable.schema, type)
    .filter((edge) => !onlyAtRoot.has(edge.name) && !between.includes(getNamedType(edge.type).name))
    .map((edge) => follow(walkable, edge, hops, between));
}

type Field = GraphQLField<unknown, unknown>;

function edgesOf(schema: GraphQLSchema, type: GraphQLObjectType): Field[] {
  return fieldsOf(type).filter((field) => leadsToNode(schema, getNamedType(field.type).name));
}

/** Scalars, and objects from which no Node can be reached. */
function leavesOf(schema: GraphQLSchema, type: GraphQLObjectType): string {
  return fieldsOf(type)
    .flatMap((field) => {
      const named = getNamedType(field.type);
      if (isScalarType(named) || isEnumType(named)) return [`${field.name}${argumentsOf(field)}`];
      if (!isObjectType(named) || leadsToNode(schema, named.name)) return [];
      return [`${field.name}${argumentsOf(field)} { ${leavesOf(schema, named)} }`];
    })
    .join(' ');
}

function fieldsOf(type: GraphQLObjectType): Field[] {
  const fields = Object.values(type.getFields());
  for (const { type: fieldType, name } of fields) {
    const named = getNamedType(fieldType);
    if (isUnionType(named) || isInterfaceType(named))
      throw new Error(`teach the walk about ${type.name}.${name}`);
  }
  return fields.filter((field) => !field.args.some(isRequiredArgument));
}

function argumentsOf({ args }: Field): string {
  // A page as large as possible: a leak is not to hide on the second one.
  return args.some(({ name, type }) => name === 'first' && isNonNullType(type)) ? '(first: 100)' : '';
}

const known = new WeakMap<GraphQLSchema, Map<string, boolean>>();

export function leadsToNode(schema: GraphQLSchema, typeName: string, path: readonly string[] = []): boolean {
  const memory = known.get(schema) ?? new Map<string, boolean>();
  known.set(schema, memory);
  const remembered = memory.get(typeName);
  if (remembered !== undefined) return remembered;
  const type = schema.getType(typeName);
  if (!isObjectType(type) || path.includes(typeName)) return false;
  const leads =
    isNode(type) ||
    Object.values(type.getFields()).some((field) =>
      leadsToNode(schema, getNamedType(field.type).name, [...path, typeName]),
    );
  if (path.length === 0) memory.set(typeName, leads);
  return leads;
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}
