import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Panel } from '../ui/panel.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';

const ReasonEntryFragment = graphql(`
  fragment ReasonEntry on Reason {
    code
    message
    blocking
    retryable
    steps
  }
`);

const useStyles = makeStyles({
  list: { maxWidth: '72ch', paddingTop: tokens.spacingVerticalS },
  reason: {
    scrollMarginTop: tokens.spacingVerticalXXXL,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid transparent`,
    // There a transparent border is drawn.
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    '& > h3': {
      margin: 0,
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase300,
      overflowWrap: 'anywhere',
    },
    '& > p, & > ul': { margin: `${tokens.spacingVerticalXS} 0 0` },
  },
  target: {
    borderLeftColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
});

export interface ReasonGroupProps {
  readonly title: string;
  readonly reasons: readonly ({ readonly code: string } & FragmentType<typeof ReasonEntryFragment>)[];
  /** The code that the address names. */
  readonly target: string;
  /** These are what was found: they are shown at once. */
  readonly searching: boolean;
}

/** The reasons that one side has to act on: folded, since all of them are longer than anyone reads. */
export function ReasonGroup({ title, reasons, target, searching }: ReasonGroupProps) {
  const styles = useStyles();
  if (reasons.length === 0) return null;
  const open = searching || reasons.some(({ code }) => code === target);
  return (
    <Panel title={title}>
      <Stack padded>
        {/* By what opens it, so that a search or a link opens what the reader has not touched. */}
        <Disclosure key={String(open)} summary={texts.reasons.count(reasons.length)} openAtFirst={open}>
          <Stack gap="XL" className={styles.list}>
            {reasons.map((reason) => (
              <Entry key={reason.code} reason={reason} isTarget={!searching && reason.code === target} />
            ))}
          </Stack>
        </Disclosure>
      </Stack>
    </Panel>
  );
}

interface EntryProps {
  readonly reason: FragmentType<typeof ReasonEntryFragment>;
  readonly isTarget: boolean;
}

function Entry({ reason, isTarget }: EntryProps) {
  const styles = useStyles();
  const { code, message, blocking, retryable, steps } = readFragment(ReasonEntryFragment, reason);
  useEffect(() => {
    // The browser looked for it before it was there.
    if (isTarget) document.getElementById(code)?.scrollIntoView();
  }, [isTarget, code]);
  const more = [blocking && texts.reasons.blocks, retryable && texts.reasons.passes]
    .filter(Boolean)
    .join(' ');
  return (
    <section id={code} className={mergeClasses(styles.reason, isTarget && styles.target)}>
      <h3>{code}</h3>
      <p>{message}</p>
      {steps.length > 0 && (
        <ul>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
      {more !== '' && <Quiet as="p">{more}</Quiet>}
    </section>
  );
}
