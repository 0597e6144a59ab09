import type { FastifyRequest } from 'fastify';
import type { SignIn } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import type { Policy } from '../graphql/policy/policy.ts';

export type Authenticate = (request: FastifyRequest) => Promise<SignIn | null>;

/**
 * Who sent a request, paid for: by the person whose credentials it has, or by its address when they are wrong. Throws
 * RATE_LIMITED. Who sends none has paid nothing yet.
 */
export function createPayingAuthenticate(
  policy: Policy,
  authenticate: Authenticate,
  onPayer: (request: FastifyRequest, signIn: SignIn | null) => void = () => undefined,
): Authenticate {
  return async (request) => {
    const signIn = await authenticate(request).catch((error: unknown) => {
      // Whoever sends wrong credentials is no one, and pays as one.
      if (!(error instanceof Fault)) throw error;
      onPayer(request, null);
      throw policy.take(null, request.ip) ?? error;
    });
    if (signIn !== null) onPayer(request, signIn);
    const refusal = signIn === null ? null : policy.take(signIn, request.ip);
    if (refusal !== null) throw refusal;
    return signIn;
  };
}

/** Who has paid for a request: the answer says what they have left. */
export function createPayers(policy: Pick<Policy, 'allowanceOf'>) {
  const payers = new WeakMap<FastifyRequest, SignIn | null>();
  return {
    note: (request: FastifyRequest, signIn: SignIn | null) => void payers.set(request, signIn),
    allowanceOf: (request: FastifyRequest) => {
      const payer = payers.get(request);
      return payer === undefined ? null : policy.allowanceOf(payer, request.ip);
    },
  };
}

/** For pages that everyone may open: wrong credentials are none, too many of them are too many. */
export function orNobody(error: unknown): null {
  if (error instanceof Fault && error.code === 'UNAUTHENTICATED') return null;
  throw error;
}

/**
 * Which requests are for everyone and cost the database something. By the pattern of the route: the text of an address
 * can be written in many ways (`/%61uth/entra`).
 */
export function isPaidByAddress({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return url.startsWith('/auth/') || url === '/onboarding/consent';
}

export function isGraphql({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return url === '/graphql' || url.startsWith('/graphql/');
}
