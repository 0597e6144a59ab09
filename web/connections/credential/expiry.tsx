import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { useSlowClock } from '../../ui/clock.ts';
import type { Tone } from '../../ui/badge.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { DateOnly } from '../../ui/time.tsx';

const dayMs = 86_400_000;
/** From then on the report of a verification warns, too (core/verification/checks/expiry-checks.ts). */
const warnForDays = 60;

const useStyles = makeStyles({
  expiry: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalSNudge}`,
    '& > svg': { fontSize: '16px' },
  },
  WARNING: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  DANGER: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** When it ends, and how soon that is: in words, and by color and icon where someone has to act. */
export function Expiry({ at }: { at: string }) {
  const styles = useStyles();
  const leftMs = new Date(at).getTime() - useSlowClock();
  const urgency = urgencyOf(leftMs);
  return (
    <span className={styles.expiry}>
      <DateOnly at={at} />
      {urgency !== null && <StatusIcon badge={{ color: urgency, icon: icons[urgency] }} />}
      <span className={urgency === null ? undefined : styles[urgency]}>{sentenceOf(leftMs)}</span>
    </span>
  );
}

const icons = { WARNING: 'warning', DANGER: 'error-circle' } satisfies Partial<Record<Tone, string>>;

function urgencyOf(leftMs: number): keyof typeof icons | null {
  if (leftMs <= 0) return 'DANGER';
  return leftMs < warnForDays * dayMs ? 'WARNING' : null;
}

function sentenceOf(leftMs: number): string {
  if (leftMs <= 0) return texts.credential.expired;
  const days = Math.floor(leftMs / dayMs);
  return days === 0 ? texts.credential.lastDay : texts.credential.daysLeft(days);
}
