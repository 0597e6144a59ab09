import { makeStyles, ProgressBar } from '@fluentui/react-components';
import { Quiet } from './quiet.tsx';

const useStyles = makeStyles({ bar: { width: '96px' } });

export interface InlineProgressProps {
  readonly completed: number;
  /** 0: not known yet, and nothing to show. */
  readonly total: number;
  /** The same in words: `3 of 21 checks`. */
  readonly label: string;
}

/** How far something has come, in a row of a table. */
export function InlineProgress({ completed, total, label }: InlineProgressProps) {
  const styles = useStyles();
  if (total === 0) return null;
  return (
    <>
      <ProgressBar className={styles.bar} value={completed} max={total} aria-label={label} />
      <Quiet>{label}</Quiet>
    </>
  );
}
