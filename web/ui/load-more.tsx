import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
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

export interface LoadMoreProps {
  readonly shown: number;
  readonly total: number;
  /** null: there is no more. */
  readonly after: string | null;
  readonly onMore: (after: string) => Promise<unknown>;
}

/** The foot of a list: how much of it is here, and the rest on demand. */
export function LoadMore({ shown, total, after, onMore }: LoadMoreProps) {
  const styles = useStyles();
  const [loading, setLoading] = useState(false);
  const load = (cursor: string) => {
    setLoading(true);
    void onMore(cursor).finally(() => setLoading(false));
  };
  return (
    <div className={styles.foot}>
      <span role="status">{texts.list.shown(shown, total)}</span>
      {after !== null && (
        <Button appearance="subtle" disabledFocusable={loading} onClick={() => load(after)}>
          {loading ? texts.list.loadingMore : texts.list.more}
        </Button>
      )}
    </div>
  );
}
