/** The row number in an id of the API: what SQL and addresses of pages name a thing by. */
export function rowOf(id: string): string {
  const [, row] = /^[a-z]+_(\d+)$/.exec(id) ?? [];
  if (row === undefined) throw new Error(`${id} is no id of the API`);
  return row;
}
