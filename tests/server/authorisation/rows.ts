/** Rows of one table, in an order that its foreign keys allow. */
export type Rows = readonly [table: string, rows: readonly Readonly<Record<string, unknown>>[]];

/** Every name and message in the world holds the id of its row, which is unique in the whole database. */
export const mark = (id: number): string => `zq${id}qz`;
export const guidOf = (id: number): string => `00000000-0000-4000-8000-00${id}`;
