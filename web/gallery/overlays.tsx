import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ActionButton } from '../ui/action-button.tsx';
import type { Tone } from '../ui/badge.ts';
import { TextField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { SelectionBar } from '../ui/selection-bar.tsx';
import { showToast } from '../ui/show-toast.ts';
import { Toasts } from '../ui/toasts.tsx';
import { noop, Row } from './sample.tsx';

const tones: readonly Tone[] = ['SUCCESS', 'WARNING', 'DANGER'];

// What is fixed to the window is fixed to a transformed element instead: it must not lie over the gallery.
const useStyles = makeStyles({
  window: { position: 'relative', transform: 'translate(0)', height: '160px', overflow: 'hidden' },
});

/** What lies over the page. */
export function Overlays() {
  const styles = useStyles();
  const [dialog, setDialog] = useState<'form' | 'danger' | 'alert' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Panel title="Over the page">
        <Row>
          <Button onClick={() => setDialog('form')}>Open a form</Button>
          <Button onClick={() => setDialog('danger')}>Open a question</Button>
          <Button onClick={() => setDialog('alert')}>Open what must be read</Button>
          <Button
            onClick={() => {
              for (const tone of tones)
                showToast({
                  tone,
                  title: `A ${tone} toast`,
                  body: 'Contoso',
                  link: { href: '/', label: 'Open' },
                });
            }}
          >
            Show toasts
          </Button>
        </Row>
        <div className={styles.window}>
          <SelectionBar label="Selected tenants" count={3} onClear={noop}>
            <ActionButton label="Verify selected" appearance="primary" reason={null} onClick={noop} />
          </SelectionBar>
        </div>
      </Panel>
      <Toasts />
      {dialog === 'form' && (
        <FormDialog
          title="Edit tenant"
          submit="Save"
          problem="Someone else has changed this tenant. Load it again."
          onSubmit={close}
          onClose={close}
        >
          <TextField label="New name" problem="Required." value="" onChange={noop} />
        </FormDialog>
      )}
      {dialog === 'danger' && (
        <FormDialog
          title="Cancel this onboarding?"
          submit="Cancel onboarding"
          dismiss="Keep"
          danger
          busy
          onSubmit={close}
          onClose={close}
        >
          Its consent link stops working.
        </FormDialog>
      )}
      {dialog === 'alert' && (
        <ModalDialog title="Copy your token" actions={<Button onClick={close}>I have stored it</Button>}>
          It is shown only once.
        </ModalDialog>
      )}
    </>
  );
}
