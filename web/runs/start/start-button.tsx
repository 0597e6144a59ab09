import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { ActionButton, type ActionButtonProps } from '../../ui/action-button.tsx';

export interface StartButtonProps extends Omit<ActionButtonProps, 'icon' | 'shortcut'> {
  /** It is the page's own verify button, so the key v presses it. */
  readonly shortcut?: boolean | undefined;
}

/** Starts a verification, of whatever. */
export function StartButton({ shortcut = false, ...button }: StartButtonProps) {
  return (
    <ActionButton {...button} icon={<ShieldCheckmarkRegular />} {...(shortcut && { shortcut: 'verify' })} />
  );
}
