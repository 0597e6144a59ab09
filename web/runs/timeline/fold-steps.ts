export interface TimelineEntry<Event> {
  /** The only event, or the last of the steps: its time is the entry's. */
  readonly event: Event;
  /** Empty for an event that stands alone. */
  readonly steps: readonly Event[];
}

/** The report shows these one by one. */
const stepKinds: readonly string[] = ['check_finished', 'part_finished'];

/**
 * A verification finishes twenty-one checks: told one by one they bury the lost worker among them. They are folded from
 * the first one on, so that nothing closes up under the reader's eyes while the run goes on.
 */
export function foldSteps<Event extends { readonly kind: string }>(
  events: readonly Event[],
): TimelineEntry<Event>[] {
  const entries: TimelineEntry<Event>[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    if (!stepKinds.includes(event.kind)) entries.push({ event, steps: [] });
    else if (last === undefined || last.steps.length === 0) entries.push({ event, steps: [event] });
    else entries[entries.length - 1] = { event, steps: [...last.steps, event] };
  }
  return entries;
}
