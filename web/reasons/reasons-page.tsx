import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ReasonsPageQuery } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { SkeletonBlock } from '../ui/skeleton.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { usePage } from '../app/page/use-page.tsx';

const ReasonsPageDocument = graphql(`
  query ReasonsPage {
    reasonCatalog {
      code
      message
      blocking
      retryable
      actor
      steps
    }
  }
`);

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '72ch' },
  reason: {
    scrollMarginTop: tokens.spacingVerticalXXXL,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid transparent`,
    ':target': { borderLeftColor: tokens.colorCompoundBrandStroke },
    // There a transparent border is drawn.
    '@media (forced-colors: active)': {
      borderLeftColor: 'Canvas',
      ':target': { borderLeftColor: 'Highlight' },
    },
    '& > h2': {
      margin: 0,
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase300,
      overflowWrap: 'anywhere',
    },
    '& > p, & > ul': { margin: `${tokens.spacingVerticalXS} 0 0` },
  },
});

/** `#code` names a reason; reports link to it. */
export function ReasonsPage() {
  const { title, lead } = texts.reasons;
  const page = usePage(
    ReasonsPageDocument,
    {},
    {
      of: ({ reasonCatalog }) => reasonCatalog,
      title: () => title,
      skeleton: <Skeleton />,
    },
  );
  const reasons = page.shown;
  useEffect(() => {
    // The browser looked for the target before the list was there.
    if (reasons !== null) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [reasons]);
  if (reasons === null) return page.instead;
  return (
    <Page>
      <PageHead title={title} below={lead} />
      <ReasonList reasons={reasons} />
    </Page>
  );
}

/** A screen of them, each as tall as one usually is. */
const aboutAScreen = 6;

function Skeleton() {
  const { title, lead } = texts.reasons;
  return (
    <PageSkeleton top title={title} lead={lead}>
      <div className={useStyles().list}>
        {Array.from({ length: aboutAScreen }, (_, index) => (
          <SkeletonBlock key={index} width="100%" height="88px" />
        ))}
      </div>
    </PageSkeleton>
  );
}

function ReasonList({ reasons }: { reasons: ReasonsPageQuery['reasonCatalog'] }) {
  const styles = useStyles();
  const { actors, blocks, passes } = texts.reasons;
  return (
    <div className={styles.list}>
      {reasons.map(({ code, message, blocking, retryable, actor, steps }) => (
        <section key={code} id={code} className={styles.reason}>
          <h2>{code}</h2>
          <p>{message}</p>
          {steps.length > 0 && (
            <ul>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
          <p className={styles.quiet}>
            {[actors[actor], blocking && blocks, retryable && passes].filter(Boolean).join(' ')}
          </p>
        </section>
      ))}
    </div>
  );
}
