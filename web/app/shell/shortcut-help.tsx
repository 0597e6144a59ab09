import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { useShortcutsEnabled } from './shortcuts.ts';

const useStyles = makeStyles({
  keys: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: `${tokens.spacingVerticalL} 0`,
  },
  key: {
    minWidth: '20px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    textAlign: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  does: { margin: 0 },
});

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  useReturnFocus();
  const { enabled, setEnabled } = useShortcutsEnabled();
  const { title, about, keys } = texts.shortcuts;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {about}
            <dl className={styles.keys}>
              {keys.map(({ key, does }) => (
                <Shortcut key={key} name={key} does={does} />
              ))}
            </dl>
            <Switch
              checked={enabled}
              label={texts.shortcuts.enabled}
              onChange={(_event, { checked }) => setEnabled(checked)}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {texts.dialog.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Shortcut({ name, does }: { name: string; does: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <kbd className={styles.key}>{name}</kbd>
      </dt>
      <dd className={styles.does}>{does}</dd>
    </>
  );
}
