import { forgeries, type Forgery } from '../entra/forgeries.ts';
import { getPerson } from '../people/sign-in-people.ts';
import { signUserToken, type TokenUse } from '../people/sign-in-tokens.ts';
import type { Cloud, SignInState } from '../state.ts';

type Input = Readonly<Record<string, unknown>>;

export function forgeNextIdToken(signIn: SignInState, forgery: string): void {
  signIn.nextForgery = toForgery(forgery);
}

/** What a script gets from Entra with a device code or the Azure command line; also one that lies. */
export async function makeUserToken(cloud: Cloud, input: Input): Promise<{ readonly token: string }> {
  const { account, use = 'api', forgery = null } = input;
  if (!isUse(use)) throw new TypeError('use must be id, api or graph');
  const person = getPerson(String(account));
  return {
    token: await signUserToken(cloud, { person, use, forgery: forgery === null ? null : toForgery(forgery) }),
  };
}

function isUse(value: unknown): value is TokenUse {
  return value === 'id' || value === 'api' || value === 'graph';
}

function toForgery(value: unknown): Forgery {
  const forgery = forgeries.find((one) => one === value);
  if (forgery === undefined) throw new TypeError(`forgery must be one of ${forgeries.join(', ')}`);
  return forgery;
}
