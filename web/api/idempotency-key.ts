/** Enough not to be drawn twice: four numbers of 32 bits. `randomUUID` is missing where the page came by plain http. */
const numbers = 4;

export function createIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(numbers))].map((number) => number.toString(36)).join('-');
}
