import { paths, routes } from '../paths.ts';
import { texts } from '../texts.ts';

/** Signing in and out is plain HTTP: the session is an HttpOnly cookie that no script can read. */
export interface DemoPerson {
  readonly email: string;
  readonly displayName: string;
  readonly about: string;
}

export interface SignInMethods {
  /** null: this installation has no demo people. */
  readonly demo: readonly DemoPerson[] | null;
  /** Whether everyone who can reach this installation may sign in as a demo person. */
  readonly demoEverywhere: boolean;
  /** Whether people sign in with Microsoft Entra, at `/auth/entra`. */
  readonly entra: boolean;
}

export async function readSignInMethods(): Promise<SignInMethods> {
  const response = await fetch('/auth/methods');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as SignInMethods;
}

/** Resolves to null, or to the sentence that says why not. */
export async function signInAs(email: string): Promise<string | null> {
  const response = await post('/auth/demo', { email });
  if (response.ok) return null;
  const answer: unknown = await response.json().catch(() => null);
  const said = answer !== null && typeof answer === 'object' && 'message' in answer ? answer.message : null;
  return typeof said === 'string' ? said : `HTTP ${response.status}`;
}

/** The socket hears of it before the page has gone; without this, the next person to sign in would land where this one was. */
let isSigningOut = false;

/** Resolves to null once the session has ended and the page is about to be left, or to the sentence that says why not. */
export async function signOut(): Promise<string | null> {
  isSigningOut = true;
  const response = await post('/auth/sign-out', {}).catch(() => null);
  if (response?.ok === true) {
    location.assign(routes.signIn);
    return null;
  }
  isSigningOut = false;
  return response === null ? texts.broken.unreachableAbout : `HTTP ${response.status}`;
}

/** Reloads the page on purpose: nothing of the last person may stay in the cache or on the socket. */
export function goToSignIn(): void {
  if (isSigningOut || location.pathname === routes.signIn) return;
  location.assign(paths.signIn(location.pathname + location.search + location.hash));
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
