import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';

const useStyles = makeStyles({
  directory: { display: 'inline-flex', alignItems: 'center', color: tokens.colorNeutralForeground3 },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

export function DirectoryId({ id }: { id: string }) {
  const styles = useStyles();
  return (
    <span className={styles.directory} title={texts.tenant.directory}>
      <code className={styles.code}>{id}</code>
      <CopyButton compact text={id} label={texts.tenant.copyDirectoryId} />
    </span>
  );
}
