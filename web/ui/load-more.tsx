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
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
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
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const loading = state === 'loading';
  const load = (cursor: string) => {
    setState('loading');
    onMore(cursor).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  const foot = useRef<HTMLDivElement>(null);
  const loadNext = useEffectEvent(() => {
    if (after !== null) load(after);
  });
  // After a failure only the button tries again: on its own it would try forever.
  const isWatching = onScroll && state === 'idle';
  useEffect(() => {
    if (!isWatching || foot.current === null) return undefined;
    // The last one is how it is now: a busy page is told of several changes at once.
    const observer = new IntersectionObserver(
      (changes) => {
        if (changes.at(-1)?.isIntersecting === true) loadNext();
      },
      { rootMargin: nearTheEnd },
    );
    observer.observe(foot.current);
    return () => observer.disconnect();
    // Observed again with every page, when it is there: a foot that is still in sight then is news again.
  }, [isWatching]);
  return (
    // Takes the focus of the button when there is no more to load.
    <div className={styles.foot} ref={foot} tabIndex={-1}>
      <span role="status">{state === 'failed' ? texts.list.moreFailed : texts.list.shown(shown, total)}</span>
      {after !== null && (
        <Button appearance="subtle" disabledFocusable={loading} onClick={() => load(after)}>
          {loading ? texts.list.loadingMore : texts.list.more}
        </Button>
      )}
    </div>
  );
}
