import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';

const useStyles = makeStyles({
  opened: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  list: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'fit-content(50%) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  kind: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
});

/** Pointers into the outside world (request ids, directory ids, codes): for the person who follows up, so folded at first. */
export function Evidence({
  evidence,
}: {
  evidence: readonly { readonly kind: string; readonly value: string }[];
}) {
  const styles = useStyles();
  if (evidence.length === 0) return null;
  return (
    <Disclosure summary={texts.report.evidence(evidence.length)}>
      <div className={styles.opened}>
        <dl className={styles.list}>
          {evidence.map(({ kind, value }, index) => (
            <EvidenceRow key={index} kind={kind} value={value} />
          ))}
        </dl>
        <CopyButton
          text={evidence.map(({ kind, value }) => `${kind}: ${value}`).join('\n')}
          label={texts.report.copyEvidence}
          compact
        />
      </div>
    </Disclosure>
  );
}

function EvidenceRow({ kind, value }: { kind: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.kind}>{kind}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
