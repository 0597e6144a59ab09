/** One thing that a policy says, as a person would read it. */
export interface Leaf {
  /** Its place, for telling it from every other leaf of the policy: never shown. */
  readonly path: string;
  readonly label: readonly string[];
  /** More than one: a list. */
  readonly values: readonly string[];
  readonly isSecret: boolean;
}
