import type { AppRole } from '../graph/app-roles.ts';

/** How one list of policies is answered. */
export interface PolicyList {
  readonly path: string;
  /** Where its items are, when that is another list: of the types of app protection. */
  readonly heldAt?: string;
  readonly anyOf: readonly AppRole[];
  readonly intune?: true;
  readonly pageSize?: number;
  /** Members of an item that are lists of their own: shown when asked for. */
  readonly parts?: readonly string[];
  /** Members of the entries of its last part that are lists of their own. */
  readonly below?: string;
  /** Members that are another object, below the item's type: shown only there. */
  readonly references?: readonly string[];
  /** Members for which a list says null. */
  readonly onlyInItem?: readonly string[];
  /** A single object instead of a list. */
  readonly isOne?: true;
}
