/** Rows the API gives in one answer at most. */
export const largestPage = 100;

/** For asking again: as many rows as are shown, so that the list does not fold up under the reader. */
export function pageFor(shown: number, usual: number): number {
  return Math.min(Math.max(shown, usual), largestPage);
}
