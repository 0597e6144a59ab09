/** A grant reaches Microsoft Graph within minutes, on a bad day within hours. After that, something else is wrong. */
const propagationMs = 24 * 60 * 60 * 1000;

/** The directory has listed the grant for so long that propagation no longer explains the refusal. */
export function isOverdue(since: Date | null | undefined, now: Date): boolean {
  return since != null && now.getTime() - since.getTime() > propagationMs;
}
