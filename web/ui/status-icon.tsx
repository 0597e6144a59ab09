import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';
import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle';
import { ArchiveRegular } from '@fluentui/react-icons/svg/archive';
import { ArrowCircleRightFilled } from '@fluentui/react-icons/svg/arrow-circle-right';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { PauseCircleRegular } from '@fluentui/react-icons/svg/pause-circle';
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { RenameRegular } from '@fluentui/react-icons/svg/rename';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import { StarRegular } from '@fluentui/react-icons/svg/star';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { readBadge, type BadgeLook, type BadgeRef } from './badge.ts';

const icons: Readonly<Record<string, FluentIcon>> = {
  'add-circle': AddCircleRegular,
  archive: ArchiveRegular,
  'arrow-circle-right': ArrowCircleRightFilled,
  'arrow-sync': ArrowSyncRegular,
  'checkmark-circle': CheckmarkCircleFilled,
  circle: CircleRegular,
  clock: ClockRegular,
  'dismiss-circle': DismissCircleRegular,
  document: DocumentRegular,
  edit: EditRegular,
  'error-circle': ErrorCircleFilled,
  info: InfoRegular,
  'pause-circle': PauseCircleRegular,
  'plug-connected': PlugConnectedRegular,
  'plug-disconnected': PlugDisconnectedRegular,
  prohibited: ProhibitedRegular,
  'question-circle': QuestionCircleRegular,
  rename: RenameRegular,
  'shield-checkmark': ShieldCheckmarkRegular,
  'shield-error': ShieldErrorRegular,
  star: StarRegular,
  'subtract-circle': SubtractCircleRegular,
  warning: WarningFilled,
};

/** What the API's badges may name. */
export const statusIconNames = Object.keys(icons);

const turningIcon = 'arrow-sync';

const useStyles = makeStyles({
  icon: { flexShrink: 0, display: 'block' },
  turning: {
    // Turned by the compositor: a page full of running checks must not paint sixty times a second.
    willChange: 'transform',
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '2s',
    animationTimingFunction: 'linear',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  NEUTRAL: { color: tokens.colorNeutralForeground3 },
  INFO: { color: tokens.colorBrandForeground1 },
  SUCCESS: { color: tokens.colorStatusSuccessForeground1 },
  WARNING: { color: tokens.colorStatusWarningForeground3 },
  DANGER: { color: tokens.colorStatusDangerForeground1 },
});

/** Decoration beside a word that says the same: never the only carrier of a status. */
export function StatusIcon({ badge, inherit = false }: { badge: BadgeRef | BadgeLook; inherit?: boolean }) {
  const styles = useStyles();
  const { color, icon } = readBadge(badge);
  const Icon = icons[icon] ?? CircleRegular;
  const turning = icon === turningIcon && styles.turning;
  return <Icon className={mergeClasses(styles.icon, !inherit && styles[color], turning)} aria-hidden />;
}
