import { texts } from '../texts.ts';

/** As the API understands it: also in braces or without dashes, in any case. */
const guid = /^[{(]?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/i;

/** Of a field that takes nothing else; null: nothing is wrong. A domain, an account or an address is told the way on. */
export function problemOfDirectory(text: string): string | null {
  if (guid.test(text.trim())) return null;
  return /[^\s.]\.[a-z]{2,}/i.test(text) ? texts.directoryId.isDomain : texts.directoryId.noGuid;
}
