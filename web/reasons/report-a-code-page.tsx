import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { useDocumentHead } from '../ui/document-head.ts';
import { Page, PageHead } from '../ui/page-layout.tsx';

const useStyles = makeStyles({
  text: {
    maxWidth: '64ch',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    '& > p, & > ol': { margin: `0 0 ${tokens.spacingVerticalL}` },
    '& li': { marginBottom: tokens.spacingVerticalS },
  },
});

export function ReportACodePage() {
  const styles = useStyles();
  const { title, lead, steps, never, outcome } = texts.reportACode;
  useDocumentHead(title);
  return (
    <Page>
      <PageHead title={title} />
      <div className={styles.text}>
        <p>{lead}</p>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <strong>{never}</strong>
        </p>
        <p>{outcome}</p>
      </div>
    </Page>
  );
}
