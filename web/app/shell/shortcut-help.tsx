import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
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
  const { enabled, setEnabled } = useShortcutsEnabled();
  const { title, about, keys } = texts.shortcuts;
  return (
    <ModalDialog
      title={title}
      onDismiss={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {texts.dialog.close}
        </Button>
      }
    >
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
    </ModalDialog>
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
