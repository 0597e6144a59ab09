import { useSubscription } from '@apollo/client/react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useGathered } from '../../api/gather.ts';
import { graphql } from '../../gql/gql.ts';
import type { LiveOperationsSubscription as LiveOperations } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import type { OperationFilter } from './operation-filters.tsx';

/** Rows change by their run's id. What the filter looks at comes along, to tell which runs the list lacks. */
const LiveOperationsSubscription = graphql(`
  subscription LiveOperations($workspaceId: ID!) {
    workspaceRuns(workspaceId: $workspaceId) {
      id
      type
      status
      outcome
      tenant {
        id
      }
      ...OperationRow
    }
  }
`);

/** Less than the page's head is high: the first row is in its place. In CSS pixels. */
const nearTop = 100;

const none: ReadonlySet<string> = new Set();

export interface NewOperationsProps {
  readonly workspaceId: string;
  readonly filter: OperationFilter;
  /** The ids of the runs in the list. */
  readonly listed: ReadonlySet<string>;
  /** Asks for the list from its beginning. */
  readonly onShow: () => void;
}

/**
 * Keeps the rows up to date, and says which runs the list lacks. At the top they come automatically; someone who reads
 * further down is told of them, and nothing moves until they ask.
 */
export function NewOperations({ workspaceId, filter, listed, onShow }: NewOperationsProps) {
  const [arrived, setArrived] = useState(none);
  const show = () => {
    setArrived(none);
    onShow();
  };
  const showSoon = useGathered(show);
  useSubscription(LiveOperationsSubscription, {
    variables: { workspaceId },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const run = data?.workspaceRuns;
      if (run === undefined || listed.has(run.id) || !fits(run, filter)) return;
      setArrived((seen) => new Set(seen).add(run.id));
      if (window.scrollY <= nearTop) showSoon();
    },
    onError: onShow,
  });
  const lacking = [...arrived].filter((id) => !listed.has(id)).length;
  return <NewOperationsBar count={lacking} onShow={show} />;
}

const useStyles = makeStyles({
  // Over the page, so that its coming and going moves nothing; below the header, which stays in sight (48 px).
  bar: {
    position: 'fixed',
    top: '56px',
    insetInline: 0,
    zIndex: 1,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
  },
  button: { pointerEvents: 'auto', boxShadow: tokens.shadow8 },
});

function NewOperationsBar({ count, onShow }: { count: number; onShow: () => void }) {
  const styles = useStyles();
  const show = () => {
    window.scrollTo({ top: 0 });
    onShow();
  };
  return (
    <div className={styles.bar} role="status">
      {count > 0 && window.scrollY > nearTop && (
        <Button className={styles.button} appearance="primary" onClick={show}>
          {texts.operations.newRuns(count)}
        </Button>
      )}
    </div>
  );
}

function fits(run: LiveOperations['workspaceRuns'], filter: OperationFilter): boolean {
  const { type, status, outcome, tenantId } = filter;
  return (
    (type === null || type === run.type) &&
    (status === null || status === run.status) &&
    (outcome === null || outcome === run.outcome) &&
    (tenantId === null || tenantId === run.tenant?.id)
  );
}
