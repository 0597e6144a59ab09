import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { CopyButton } from './copy-button.tsx';

const useStyles = makeStyles({
  id: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** What a person gives to those who read the logs. */
export function RequestId({ id }: { id: string | null }) {
  const styles = useStyles();
  if (id === null) return null;
  return (
    <span className={styles.id} title={texts.broken.requestIdAbout}>
      {texts.broken.requestId} <code className={styles.code}>{id}</code>
      <CopyButton compact text={id} label={texts.broken.copyRequestId} />
    </span>
  );
}
