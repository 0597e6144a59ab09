import { useQuery } from '@apollo/client/react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Panel } from '../ui/panel.tsx';

const StoredDocumentQuery = graphql(`
  query StoredDocument($runId: ID!) {
    operationRun(id: $runId) {
      id
      verificationReport {
        document
      }
    }
  }
`);

const useStyles = makeStyles({
  body: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  about: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground3 },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  document: {
    // Taller documents scroll within themselves; the page keeps its length.
    maxHeight: '480px',
    overflow: 'auto',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface StoredDocumentProps {
  readonly runId: string;
  readonly schemaVersion: string;
  readonly fingerprint: string;
}

/** The document repeats the whole report, so it is asked for only when someone opens it. */
export function StoredDocument({ runId, schemaVersion, fingerprint }: StoredDocumentProps) {
  const styles = useStyles();
  return (
    <Panel title={texts.report.document}>
      <div className={styles.body}>
        <p className={styles.about}>
          {texts.report.schema(schemaVersion)} · {texts.report.fingerprint}{' '}
          <code className={styles.code}>{fingerprint}</code>{' '}
          <CopyButton text={fingerprint} label={texts.report.copyFingerprint} compact />
        </p>
        <Disclosure summary={texts.report.documentAbout}>
          <LoadedDocument runId={runId} />
        </Disclosure>
      </div>
    </Panel>
  );
}

function LoadedDocument({ runId }: { runId: string }) {
  const styles = useStyles();
  // Kept out of the cache: it would be written beside the report's own fields for nothing.
  const { data, loading } = useQuery(StoredDocumentQuery, { variables: { runId }, fetchPolicy: 'no-cache' });
  const document = data?.operationRun?.verificationReport?.document;
  if (loading) return <p>{texts.report.documentLoading}</p>;
  if (document === undefined) return <p>{texts.report.invalid}</p>;
  const text = JSON.stringify(document, null, 2);
  return (
    <>
      <CopyButton text={text} label={texts.report.copyDocument} />
      <pre className={styles.document} tabIndex={0} aria-label={texts.report.document}>
        {text}
      </pre>
    </>
  );
}
