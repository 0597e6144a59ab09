import {
  createSourceEventStream,
  execute,
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { SignIn, Viewer } from '../../core/access/access.ts';
import type { RunState } from '../../core/runs/run.ts';
import { declaredVariables } from './policy/variables.ts';
import { ViewerNeeded } from '../../flows/live/state-view.ts';
import type { Delivery } from '../../flows/live/watch.ts';
import { settle } from './budget.ts';
import type { BudgetedContext } from './context.ts';

export interface SubscribeRequest {
  readonly query: string;
  /** Of `query`, admitted by the policy. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly signIn: SignIn;
  readonly requestId: string;
}

export interface Subscriber {
  /** The stream, or why there is none. `return()` of the stream settles at once. */
  subscribe(request: SubscribeRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  readonly figures: { readonly executions: number; readonly answers: number };
}

export interface SubscriberOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: (signIn: SignIn, requestId: string) => BudgetedContext;
  readonly createSharedContext: (state: RunState) => BudgetedContext;
}

/**
 * Executes subscriptions. The hub hands the same state object to everyone who may see it, so what one state has been
 * executed to is remembered with the object: for all who sent the same document and variables where the answer does
 * not depend on the viewer, and else for each viewer. It is forgotten with the object.
 */
// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function createSubscriber(options: SubscriberOptions): Subscriber {
  const { schema } = options;
  const answersByState = new WeakMap<RunState, Map<string, Promise<ExecutionResult>>>();
  /** Documents that have asked for the viewer once are not tried without one again. */
  const individual = new WeakSet<DocumentNode>();
  const figures = { executions: 0, answers: 0 };

  async function run(request: SubscribeRequest, delivery: Delivery, contextValue: BudgetedContext) {
    figures.executions += 1;
    const { document, operationName, variables: variableValues } = request;
    const result = await execute({
      schema,
      document,
      operationName,
      variableValues,
      contextValue,
      rootValue: delivery,
    });
    return settle(result, contextValue.budget);
  }

  function once(state: RunState, key: string, make: () => Promise<ExecutionResult>) {
    const answers = answersByState.get(state) ?? new Map<string, Promise<ExecutionResult>>();
    answersByState.set(state, answers);
    const answer = answers.get(key) ?? make();
    answers.set(key, answer);
    return answer;
  }

  async function answer(
    request: SubscribeRequest,
    key: string,
    delivery: Delivery,
  ): Promise<ExecutionResult> {
    figures.answers += 1;
    const { signIn, document, requestId } = request;
    const alone = () => run(request, delivery, options.createContext(signIn, requestId));
    if (delivery.kind === 'ended' || delivery.state === null) return await alone();
    const { state } = delivery;
    if (!individual.has(document)) {
      const shared = await once(state, key, () => run(request, delivery, options.createSharedContext(state)));
      if (!needsViewer(shared)) return shared;
      individual.add(document);
    }
    return await once(state, `${classOf(signIn.viewer)} ${key}`, alone);
  }

  return {
    figures,
    async subscribe(given) {
      const { document, operationName, signIn, requestId } = given;
      const operation = getOperationAST(document, operationName);
      const variableValues = operation == null ? {} : declaredVariables(operation, given.variables);
      const request = { ...given, variables: variableValues };
      // Before there is a source to be returned.
      const key = `${operationName ?? ''} ${JSON.stringify(variableValues)} ${request.query}`;
      const contextValue = options.createContext(signIn, requestId);
      const source = await createSourceEventStream({
        schema,
        document,
        operationName,
        variableValues,
        contextValue,
      });
      if (!(Symbol.asyncIterator in source)) return source;
      const deliveries = source as AsyncIterableIterator<Delivery>;
      return mapIterator(deliveries, (delivery) => answer(request, key, delivery));
    },
  };
}

/** Answers that depend on the viewer are the same for the same viewer with the same rights. */
function classOf({ userId, workspaceId, scopes }: Viewer): string {
  return `${userId}/${workspaceId ?? ''}/${scopes?.join() ?? '*'}`;
}

function needsViewer({ errors = [] }: ExecutionResult): boolean {
  return errors.some(({ originalError }) => originalError instanceof ViewerNeeded);
}

/** Hand-written for the sake of `return()`, which must not wait for a `next()` that may never come. */
function mapIterator<T, U>(
  source: AsyncIterableIterator<T>,
  map: (value: T) => Promise<U>,
): AsyncIterableIterator<U> {
  const iterator: AsyncIterableIterator<U> = {
    async next() {
      const result = await source.next();
      if (result.done === true) return { done: true, value: undefined };
      try {
        return { done: false, value: await map(result.value) };
      } catch (error) {
        // Whoever iterates takes an error for the end, and returns nothing that has ended.
        await source.return?.();
        throw error;
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
