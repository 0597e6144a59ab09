import { guidFor } from '../guid.ts';

/** The directory of the people who use the application, and the application they sign in to. */
export const homeDirectory = {
  title: 'Northwind Home',
  tenantId: guidFor('home directory'),
  clientId: guidFor('sign-in application'),
  clientSecret: 'sandbox~sign-in~secret',
} as const;

export interface Person {
  /** Names the account in the list and in tests. */
  readonly key: string;
  readonly objectId: string;
  readonly displayName: string;
  /** As `preferred_username`: for a guest the name at home. */
  readonly userName: string;
  /** What the account itself says: no one has verified it. */
  readonly email?: string;
  /** The directory a guest signed in at. */
  readonly guestOf?: string;
}

const member = (userName: string, displayName: string): Person => ({
  key: userName,
  objectId: guidFor(`person ${userName}`),
  displayName,
  userName,
});

/** The demo's people, and some whom no one has let in. */
export const people: readonly Person[] = [
  member('owner@northwind.example', 'Olivia Owner'),
  member('manager@northwind.example', 'Marcus Manager'),
  member('operator@northwind.example', 'Ophelia Operator'),
  member('readonly@northwind.example', 'Rhys Reader'),
  member('owner@contoso.example', 'Casey Contoso'),
  member('nobody@northwind.example', 'Nora Nobody'),
  {
    ...member('mallory@northwind.example', 'Mallory'),
    // nOAuth: claims another person's address as their own.
    email: 'owner@northwind.example',
  },
  {
    key: 'guest',
    objectId: guidFor('person guest'),
    displayName: 'A guest who is called owner@northwind.example at home',
    userName: 'owner@northwind.example',
    guestOf: guidFor('directory of the guest'),
  },
  {
    key: 'namesake',
    objectId: guidFor('person namesake'),
    displayName: 'A newer account under the name owner@northwind.example',
    userName: 'owner@northwind.example',
  },
];

export function getPerson(key: string): Person {
  const person = people.find((one) => one.key === key);
  if (person === undefined) throw new TypeError(`No one here is called ${key}`);
  return person;
}
