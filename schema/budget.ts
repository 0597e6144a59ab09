/**
 * What one execution may take, whatever its document was priced at: lists may be longer than their declared bounds, and
 * no one knows beforehand how large a stored document is. Whoever overspends is told by a Fault, again and again, until
 * nothing is left to be executed.
 */
export interface Budget {
  /** One field of the answer under its name. */
  spendField(name: string | number): void;
  /** What a leaf adds to the answer. */
  spendValue(value: unknown): void;
  /** A stored document that was read, answered or not. */
  spendDocument(document: unknown): void;
  /** One read of the database, before it is made. */
  spendRead(): void;
  /** Throws when it is overspent: before statements that no one needs any longer. */
  assertLeft(): void;
  /** null: go on. Else wait: others have had to wait long enough for this one. */
  nextTurn(): Promise<void> | null;
}
