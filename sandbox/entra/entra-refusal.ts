/** Thrown anywhere on the way to a token; answered as Entra's error body in one place. */
export class EntraRefusal extends Error {
  override readonly name = 'EntraRefusal';

  constructor(readonly code: number) {
    super(`AADSTS${code}`);
  }
}
