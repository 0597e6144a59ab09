import type { ApolloServer } from '@apollo/server';
import type { SignIn } from '../../core/access/access.ts';
import type { BudgetedContext } from '../graphql/context.ts';
import type { Policy } from '../graphql/policy/policy.ts';
import type { Answer } from './present.ts';
import type { Ask } from './serve.ts';

export interface AskDependencies {
  readonly policy: Policy;
  readonly apollo: ApolloServer<BudgetedContext>;
  readonly createContext: (signIn: SignIn | null, requestId: string) => BudgetedContext;
}

/** As a request to /graphql: the same policy, budget, authorization and words. The request is paid for already. */
export function createAsk({ policy, apollo, createContext }: AskDependencies): Ask {
  return async ({ signIn, requestId }, query, variables) => {
    const admission = policy.admit({
      query,
      operationName: null,
      variables,
      transport: 'request',
      isSignedIn: true,
    });
    if (admission.kind === 'refused') {
      const { code, message, details } = admission.fault;
      return { errors: [{ message, extensions: { code, ...details } }] };
    }
    const { body } = await apollo.executeOperation(
      { query, variables: { ...variables } },
      { contextValue: createContext(signIn, requestId) },
    );
    if (body.kind !== 'single') throw new Error('no tool asks for an answer in parts');
    // As it would be sent: dates are still dates here.
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
}
