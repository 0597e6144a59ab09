import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  value: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  removed: { color: tokens.colorStatusDangerForeground1 },
  added: { color: tokens.colorStatusSuccessForeground1 },
});

export interface ValuesProps {
  readonly values: readonly string[];
  /** Values of the other side: what is on one side only is marked, by a sign and not by color alone. */
  readonly against?: { readonly values: readonly string[]; readonly as: 'removed' | 'added' };
}

export function Values({ values, against }: ValuesProps) {
  const styles = useStyles();
  return values.map((value, index) => {
    const isOnlyHere = against !== undefined && !against.values.includes(value);
    return (
      <span key={index} className={mergeClasses(styles.value, isOnlyHere && styles[against.as])}>
        {isOnlyHere && (against.as === 'removed' ? '− ' : '+ ')}
        {value}
      </span>
    );
  });
}
