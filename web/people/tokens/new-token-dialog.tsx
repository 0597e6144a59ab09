import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { texts } from '../../texts.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';

const useStyles = makeStyles({
  once: { margin: 0 },
  snippet: { alignItems: 'flex-start' },
  label: { fontWeight: tokens.fontWeightSemibold },
  code: {
    boxSizing: 'border-box',
    width: '100%',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export interface NewTokenDialogProps {
  readonly plaintext: string;
  /** After this no one can read it again. */
  readonly onStored: () => void;
}

/** Closes by its button only: a click beside it would throw away what cannot be had again. */
export function NewTokenDialog({ plaintext, onStored }: NewTokenDialogProps) {
  const styles = useStyles();
  const words = texts.newToken;
  return (
    <ModalDialog
      title={words.title}
      actions={
        <Button appearance="primary" onClick={onStored}>
          {words.stored}
        </Button>
      }
    >
      <Stack gap="L">
        <p className={styles.once}>{words.once}</p>
        <Snippet label={words.token} text={plaintext} copy={words.copy} />
        <Snippet label={words.tryIt} text={toCurl(plaintext)} copy={words.copyTry} />
        <Snippet label={words.cli} text={toCli(plaintext)} copy={words.copyCli} hint={words.cliHint} />
      </Stack>
    </ModalDialog>
  );
}

interface SnippetProps {
  readonly label: string;
  readonly text: string;
  readonly copy: string;
  readonly hint?: string;
}

function Snippet({ label, text, copy, hint }: SnippetProps) {
  const styles = useStyles();
  const labelId = useId();
  return (
    <Stack gap="XS" className={styles.snippet}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <pre className={styles.code} role="group" aria-labelledby={labelId}>
        {text}
      </pre>
      {hint !== undefined && <Quiet small>{hint}</Quiet>}
      <CopyButton text={text} label={copy} />
    </Stack>
  );
}

function toCurl(token: string): string {
  const query = '{"query":"{ viewer { user { displayName } workspaces { name } } }"}';
  return [
    `curl -s ${location.origin}/graphql -H 'content-type: application/json'`,
    `-H 'authorization: Bearer ${token}'`,
    `-d '${query}'`,
  ].join(' ');
}

/** By environment: an argument can be seen by everyone on the machine. */
function toCli(token: string): string {
  return `export TENANTATLAS_URL=${location.origin} TENANTATLAS_TOKEN=${token}\nnpx tenantatlas verify --tenant <tenant> --wait`;
}
