import {
  getNamedType,
  GraphQLString,
  isInputObjectType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { badInput, type Fault } from '../../../core/fault.ts';
import { findTextProblem } from '../../../core/text.ts';

/** The first text in the document that nothing could store; ids are no text, what is none names nothing. */
export function findBadLiteral(schema: GraphQLSchema, document: DocumentNode): Fault | null {
  let fault: Fault | null = null;
  const fields: string[] = [];
  const typeInfo = new TypeInfo(schema);
  const named = {
    enter: ({ name }: { readonly name: { readonly value: string } }) => void fields.push(name.value),
    leave: () => void fields.pop(),
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Argument: named,
      ObjectField: named,
      StringValue: ({ value }) => {
        const type = typeInfo.getInputType();
        if (type != null && getNamedType(type) === GraphQLString)
          fault ??= judge(fields.at(-1) ?? 'query', value);
      },
    }),
  );
  return fault;
}

/** The same for variables, by the types that the operation gives them. Of the right type or not: graphql-js says that. */
export function findBadVariable(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Fault | null {
  for (const { variable, type: node } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    const fault = type === undefined ? null : findIn(type, name, variables[name]);
    if (fault !== null) return fault;
  }
  return null;
}

function findIn(type: GraphQLInputType, field: string, value: unknown): Fault | null {
  const named = getNamedType(type);
  if (Array.isArray(value)) return firstOf(value, (item) => findIn(type, field, item));
  if (typeof value === 'string') return named === GraphQLString ? judge(field, value) : null;
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return null;
  return firstOf(Object.values(named.getFields()), ({ name, type: inner }) =>
    findIn(inner, name, (value as Readonly<Record<string, unknown>>)[name]),
  );
}

function firstOf<T>(items: readonly T[], find: (item: T) => Fault | null): Fault | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function judge(field: string, text: string): Fault | null {
  const problem = findTextProblem(text, 'any');
  return problem === null ? null : badInput(field, `${field} ${problem}`);
}
