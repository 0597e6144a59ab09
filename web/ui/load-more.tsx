import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** About a screen ahead: the next rows are there before they are reached. */
const nearTheEnd = '600px';

export interface LoadMoreProps {
  readonly shown: number;
  readonly total: number;
  /** null: there is no more. */
  readonly after: string | null;
  readonly onMore: (after: string) => Promise<unknown>;
  /** Also loads when the reader comes near the end. */
  readonly onScroll?: boolean;
}

/** The foot of a list: how much of it is here, and the rest on demand. */
export function LoadMore({ shown, total, after, onMore, onScroll = false }: LoadMoreProps) {
  const styles = useStyles();
  const [loading, setLoading] = useState(false);
  const load = (cursor: string) => {
    setLoading(true);
    void onMore(cursor).finally(() => setLoading(false));
  };
  const foot = useRef<HTMLDivElement>(null);
  const loadNext = useEffectEvent(() => {
    if (after !== null && !loading) load(after);
  });
  useEffect(() => {
    if (!onScroll || foot.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && loadNext(), {
      rootMargin: nearTheEnd,
    });
    observer.observe(foot.current);
    return () => observer.disconnect();
    // Observed anew with every page: a foot that is still in sight then is news again.
  }, [onScroll, shown]);
  return (
    <div className={styles.foot} ref={foot}>
      <span role="status">{texts.list.shown(shown, total)}</span>
      {after !== null && (
        <Button appearance="subtle" disabledFocusable={loading} onClick={() => load(after)}>
          {loading ? texts.list.loadingMore : texts.list.more}
        </Button>
      )}
    </div>
  );
}
