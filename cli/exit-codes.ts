/** Public: pipelines act on them. A program that could not do its work ends with none of the first three. */
export const exitCodes = {
  ready: 0,
  needsAttention: 1,
  blocked: 2,
  notVerified: 3,
  /** As in sysexits.h: EX_USAGE, EX_UNAVAILABLE, EX_SOFTWARE. */
  usage: 64,
  unavailable: 69,
  ownFault: 70,
} as const;
