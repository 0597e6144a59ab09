import { texts } from '../../texts.ts';
import type { Person } from '../person.tsx';

/** null for an address the API may be asked about. `present` are there already: adding them would change their role without a word. */
export function addressProblem(email: string, present: readonly Person[]): string | null {
  const wanted = email.trim().toLowerCase();
  if (wanted === '') return texts.people.emailMissing;
  const known = present.find((person) => person.email?.toLowerCase() === wanted);
  return known === undefined ? null : texts.people.alreadyHere(known.displayName);
}
