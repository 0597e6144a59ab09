import type { OperationDefinitionNode } from 'graphql';
import { badInput, type Fault } from '../../../core/fault.ts';
import { limits } from './limits.ts';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Bounded before anything walks them by recursion: validation, coercion and the key of a subscription's cohort all do.
 * Also those that the operation does not declare, because no one stops a client from sending them.
 */
export function findUnboundedVariables(variables: Variables): Fault | null {
  let level: unknown[] = Object.values(variables);
  let values = level.length;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.variableDepth)
      return badInput('variables', `\`variables\` are nested more than ${limits.variableDepth} levels deep.`);
    level = level.flatMap(valuesIn);
    values += level.length;
    if (values > limits.variableValues)
      return badInput('variables', `\`variables\` contain more than ${limits.variableValues} values.`);
  }
  return null;
}

function valuesIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** What the operation declares: the rest changes nothing, and must not tell one cohort of subscribers from another. */
export function declaredVariables(operation: OperationDefinitionNode, variables: Variables): Variables {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
  );
}
