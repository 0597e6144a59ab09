import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: { width: '24px', height: '24px', flexShrink: 0 },
  ground: { fill: tokens.colorBrandBackground },
  lines: {
    fill: 'none',
    stroke: tokens.colorNeutralForegroundOnBrand,
    strokeWidth: 2.4,
    strokeLinecap: 'round',
  },
});

export function ProductMark() {
  const styles = useStyles();
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden>
      <rect width="32" height="32" rx="7" className={styles.ground} />
      <path d="M8 16a8 8 0 1 0 16 0a8 8 0 1 0-16 0M16 8v16M8 16h16" className={styles.lines} />
    </svg>
  );
}
