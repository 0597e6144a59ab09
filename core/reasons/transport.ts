import { reasonCodes, type ReasonCode } from './reasons.ts';

/**
 * Microsoft, or the way to it, failed: nothing is known about the tenant, no one at the customer can fix it, and
 * waiting may help. However many codes such a failure has, it is one problem to someone looking at a fleet.
 */
export function isTransport(code: string): boolean {
  return /^(network|proxy|throttled|provider)\./.test(code) && code !== 'provider.unmapped';
}

export const transportReasons: readonly ReasonCode[] = reasonCodes.filter(isTransport);
