import {
  defaultFieldResolver,
  GraphQLError,
  isLeafType,
  getNamedType,
  isObjectType,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { Fault } from '../../core/fault.ts';
import type { Budget } from '../../schema/budget.ts';
import type { RequestContext } from '../../schema/context.ts';
import { tooComplex } from './policy/complexity.ts';
import { limits } from './policy/limits.ts';

export interface SpentBudget extends Budget {
  /** What was exceeded first. */
  readonly excess: Fault | null;
  /** Mutations that were made before that, under their names in the answer: they stay made. */
  readonly made: readonly string[];
  noteMade(name: string | number): void;
}

/** Quotes, colon and comma around a name. */
const punctuationBytes = 4;
/** Fields that are resolved in one go, 50 to 100 ms: a page of 100 tenants with everything fits and is not torn apart. */
const fieldsPerTurn = 20_000;
/** Objects that go on together after a pause. */
const objectsPerTurn = 500;

// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function createBudget(): SpentBudget {
  let [fields, bytes, documents, reads, sinceTurn] = [0, 0, 0, 0, 0];
  const made: string[] = [];
  let excess: Fault | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let turn: { promise: Promise<void>; waiting: number } | null = null;

  function check(): void {
    if (excess === null) {
      if (fields > limits.fields) excess = tooComplex('fields', 'The response has too many fields');
      else if (Math.max(bytes, documents) > limits.bytes)
        excess = tooComplex('bytes', 'The response has too many bytes');
      else if (reads > limits.reads)
        excess = tooComplex('reads', 'The operation needs too many database reads');
    }
    if (excess !== null) throw excess;
  }

  function queueTurn() {
    const next = { waiting: 0, promise: last.then(() => immediate()) };
    last = next.promise = next.promise.then(() => {
      sinceTurn = 0;
      if (turn === next) turn = null;
    });
    return next;
  }

  return {
    get excess() {
      return excess;
    },
    made,
    noteMade(name) {
      if (excess === null) made.push(String(name));
    },
    spendField(name) {
      fields += 1;
      sinceTurn += 1;
      bytes += String(name).length + punctuationBytes;
      check();
    },
    spendValue(value) {
      bytes += sizeOf(value, limits.bytes - bytes);
      check();
    },
    spendDocument(document) {
      documents += sizeOf(document, limits.bytes - documents);
      check();
    },
    spendRead() {
      reads += 1;
      check();
    },
    assertLeft: check,
    nextTurn() {
      if (turn === null && sinceTurn < fieldsPerTurn) return null;
      if (turn === null || turn.waiting >= objectsPerTurn) turn = queueTurn();
      turn.waiting += 1;
      return turn.promise;
    },
  };
}

function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** About as many bytes as the value has in JSON, counted until there are more than `most`. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return Buffer.byteLength(value) + 2;
  if (typeof value !== 'object' || value === null) return 6;
  if (value instanceof Date) return 26;
  let size = 2;
  for (const [name, inner] of Object.entries(value)) {
    size += (Array.isArray(value) ? 1 : name.length + punctuationBytes) + sizeOf(inner, most - size);
    if (size > most) break;
  }
  return size;
}

/** Makes every field of the schema pay for itself. The only way to count: graphql-js has no hook between fields. */
export function withBudget(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      field.resolve = toPaying(
        field as GraphQLField<unknown, PayingContext>,
        type === schema.getMutationType(),
      );
  }
  return schema;
}

type PayingContext = RequestContext & { readonly budget: SpentBudget };
type Resolve = NonNullable<GraphQLField<unknown, PayingContext>['resolve']>;

function toPaying(field: GraphQLField<unknown, PayingContext>, isMutation: boolean): Resolve {
  const given: Resolve = field.resolve ?? defaultFieldResolver;
  const resolve = isMutation ? noting(given) : given;
  const isLeaf = isLeafType(getNamedType(field.type));
  return (source, args, context, info) => {
    const { budget } = context;
    budget.spendField(info.path.key);
    if (!isLeaf) {
      const pause = budget.nextTurn();
      return pause === null
        ? resolve(source, args, context, info)
        : pause.then(() => resolve(source, args, context, info));
    }
    const value: unknown = resolve(source, args, context, info);
    if (!(value instanceof Promise)) {
      budget.spendValue(value);
      return value;
    }
    return value.then((settled: unknown) => {
      budget.spendValue(settled);
      return settled;
    });
  };
}

/** Mutations come one after the other: what was made before the budget was spent is known. */
function noting(resolve: Resolve): Resolve {
  return async (source, args, context, info) => {
    const payload: unknown = await resolve(source, args, context, info);
    context.budget.noteMade(info.path.key);
    return payload;
  };
}

/**
 * One error instead of one for every field that could not be paid for any longer. A mutation whose answer was too large was made
 * anyway: its caller must not take it for one that failed, and make it again.
 */
export function settle(result: ExecutionResult, { excess, made }: SpentBudget): ExecutionResult {
  if (excess === null) return result;
  const told =
    made.length === 0
      ? excess
      : new Fault(
          excess.code,
          `${excess.message} These mutations were executed anyway: ${made.join(', ')}.`,
          {
            ...excess.details,
            made,
          },
        );
  return { data: null, errors: [new GraphQLError(told.message, { originalError: told })] };
}
