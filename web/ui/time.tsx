import { makeStyles } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { useSecondClock, useSlowClock } from './clock.ts';

const absolute = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeStyle: 'medium' });
const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(texts.locale, { numeric: 'auto' });

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

const useStyles = makeStyles({
  figures: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  wrapping: { fontVariantNumeric: 'tabular-nums' },
});

/** For a label or a tooltip, where an element cannot be. */
export function toAbsolute(at: string): string {
  return absolute.format(new Date(at));
}

/** "5 minutes ago", with the exact time on hover. */
export function RelativeTime({ at }: { at: string }) {
  const now = useSlowClock();
  const instant = new Date(at);
  return (
    <time dateTime={at} title={absolute.format(instant)} className={useStyles().figures}>
      {toRelative(instant.getTime() - now)}
    </time>
  );
}

export function AbsoluteTime({ at }: { at: string }) {
  return (
    <time dateTime={at} className={useStyles().wrapping}>
      {absolute.format(new Date(at))}
    </time>
  );
}

export function DateOnly({ at }: { at: string }) {
  return (
    <time dateTime={at} title={absolute.format(new Date(at))} className={useStyles().figures}>
      {date.format(new Date(at))}
    </time>
  );
}

export function Duration({ ms }: { ms: number }) {
  return <span className={useStyles().figures}>{toDuration(ms)}</span>;
}

/** Ticks every second. The two clocks may differ by some seconds, so a start in the future counts as now. */
export function Elapsed({ since }: { since: string }) {
  const now = useSecondClock(true);
  const ms = Math.max(0, now - new Date(since).getTime());
  return <span className={useStyles().figures}>{toDuration(Math.floor(ms / second) * second)}</span>;
}

/** "+1.2 s" after the beginning, with the exact time on hover. */
export function Offset({ at, since }: { at: string; since: string }) {
  const [instant, start] = [new Date(at), new Date(since)];
  const ms = Math.max(0, instant.getTime() - start.getTime());
  return (
    <time dateTime={at} title={absolute.format(instant)} className={useStyles().figures}>
      +{toDuration(ms)}
    </time>
  );
}

function toRelative(deltaMs: number): string {
  const size = Math.abs(deltaMs);
  if (size < minute) return texts.time.justNow;
  if (size < hour) return relative.format(Math.round(deltaMs / minute), 'minute');
  if (size < day) return relative.format(Math.round(deltaMs / hour), 'hour');
  return relative.format(Math.round(deltaMs / day), 'day');
}

function toDuration(ms: number): string {
  if (ms < 10 * second)
    return texts.time.seconds(ms % second === 0 ? String(ms / second) : (ms / second).toFixed(1));
  const seconds = Math.round(ms / second);
  if (ms < minute) return texts.time.seconds(String(seconds));
  const padded = (part: number) => String(part).padStart(2, '0');
  if (ms < hour) return texts.time.minutes(Math.floor(seconds / 60), padded(seconds % 60));
  return texts.time.hours(Math.floor(seconds / 3600), padded(Math.floor(seconds / 60) % 60));
}
