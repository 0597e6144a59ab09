import { isReasonCode, reasons } from '../../core/reasons/reasons.ts';

/** The sentence of a stored code; the code itself where a later release has written it. */
export function messageOf(code: string): string {
  return isReasonCode(code) ? reasons[code].message : code;
}
