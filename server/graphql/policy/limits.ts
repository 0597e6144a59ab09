/** What a request may be at most, the same on every transport. */
export const limits = {
  /** The largest document of the web application has about 700. */
  tokens: 2_000,
  /** Levels of fields. The web application's deepest page has 9. */
  depth: 15,
  /** Fields that are answered under another name: enough for a script that asks for a hundred tenants at once. */
  aliases: 100,
  directives: 50,
  /** Pairs of the same field in one place (repeats.ts): 63 copies. Our most has 700, because many components ask for the same id. */
  repeats: 2_000,
  /**
   * Fields in the answer, counted before it is executed (price.ts): a page of 100 tenants with everything has about
   * 10,000.
   */
  cost: 50_000,
  /** Fields that are resolved while executing: lists may be longer than their declared bounds. */
  fields: 100_000,
  /** Reads of one execution: a page of 100 tenants with nine lists in each row. */
  reads: 1_000,
  /** Bytes of the answer, and of the stored documents that are read for it. */
  bytes: 16 * 1024 * 1024,
  /** Levels of lists and objects in variables: our deepest input has three. */
  variableDepth: 10,
  /** Lists, objects and plain values in variables: ids of every run of a large workspace, and room besides. */
  variableValues: 20_000,
  /** Bytes of an HTTP body: larger than any document and its variables; a report is never sent to us. */
  bodyBytes: 1024 * 1024,
  /** Bytes of a WebSocket message: room for any subscription with its variables. */
  messageBytes: 64 * 1024,
  operationsPerSocket: 20,
} as const;

/** What `first` counts as where it is not known: the most that a page may have. */
export const maxPerPage = 100;
/** The most that any `first` may ask for: events of a run. */
export const maxFirst = 500;
