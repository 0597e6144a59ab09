import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export type JsonSchema = { readonly [key: string]: unknown };

/** What an operation takes and answers, as JSON Schema: a tool is typed by the API's own schema and can say nothing else. */
export function toJsonSchemas(
  schema: GraphQLSchema,
  document: string,
): { readonly input: JsonSchema; readonly output: JsonSchema } {
  const parsed = parse(document);
  const operation = parsed.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (operation === undefined || root == null) throw new Error('a tool is one operation');
  return { input: inputOf(schema, operation), output: objectOf(schema, root, operation.selectionSet) };
}

function inputOf(schema: GraphQLSchema, operation: OperationDefinitionNode): JsonSchema {
  const descriptions = descriptionsOf(schema, operation);
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const inputType = typeFromAST(schema, type) as GraphQLInputType | undefined;
    if (inputType === undefined) throw new Error(`$${name} has no type`);
    const description = descriptions.get(name);
    properties[name] = { ...valueOf(inputType), ...(description !== undefined && { description }) };
    if (isNonNullType(inputType) && defaultValue === undefined) required.push(name);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/** A variable means what the argument or field means that it is given to. */
function descriptionsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): Map<string, string> {
  const found = new Map<string, string>();
  const info = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(info, {
      Variable({ name }, _key, parent) {
        const parentType = info.getParentInputType();
        const field =
          parent !== undefined &&
          'kind' in parent &&
          parent.kind === Kind.OBJECT_FIELD &&
          isInputObjectType(parentType)
            ? parentType.getFields()[parent.name.value]
            : info.getArgument();
        if (field?.description != null) found.set(name.value, field.description);
      },
    }),
  );
  return found;
}

function valueOf(type: GraphQLInputType): JsonSchema {
  return isNonNullType(type) ? presentValueOf(type.ofType) : orNull(presentValueOf(type));
}

function presentValueOf(type: GraphQLInputType): JsonSchema {
  return isListType(type) ? { type: 'array', items: valueOf(type.ofType) } : leafOf(type);
}

/** In the words that assistants understand best. */
function orNull({ type, enum: values, ...rest }: JsonSchema): JsonSchema {
  return {
    ...rest,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  };
}

const scalars: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  JSON: {},
};

function leafOf(type: GraphQLInputType | GraphQLOutputType): JsonSchema {
  const named = getNamedType(type);
  if (isEnumType(named)) return { type: 'string', enum: named.getValues().map(({ name }) => name) };
  return scalars[named.name] ?? { type: 'string' };
}

function objectOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  { selections }: SelectionSetNode,
): JsonSchema {
  const named = getNamedType(type);
  const properties: Record<string, JsonSchema> = {};
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD || !('getFields' in named))
      throw new Error('tools select plain fields');
    const name = selection.name.value;
    const field = named.getFields()[name];
    if (field === undefined) throw new Error(`${named.name} has no field ${name}`);
    properties[name] = answerOf(schema, field.type, selection.selectionSet, field.description);
  }
  return { type: 'object', properties };
}

function answerOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selectionSet: SelectionSetNode | undefined,
  description: string | null | undefined = null,
): JsonSchema {
  const told = description == null ? {} : { description };
  if (!isNonNullType(type))
    return { anyOf: [presentAnswerOf(schema, type, selectionSet), { type: 'null' }], ...told };
  return { ...presentAnswerOf(schema, type.ofType, selectionSet), ...told };
}

function presentAnswerOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selectionSet: SelectionSetNode | undefined,
): JsonSchema {
  if (isListType(type)) return { type: 'array', items: answerOf(schema, type.ofType, selectionSet) };
  return selectionSet === undefined ? leafOf(type) : objectOf(schema, type, selectionSet);
}
