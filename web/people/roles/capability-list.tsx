import { makeStyles, tokens } from '@fluentui/react-components';
import type { Allowed } from './roles.ts';

const useStyles = makeStyles({
  title: { margin: 0 },
  list: {
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
});

export function CapabilityList({ title, allowed }: { title: string; allowed: readonly Allowed[] }) {
  const styles = useStyles();
  if (allowed.length === 0) return null;
  return (
    <div>
      <p className={styles.title}>{title}</p>
      <ul className={styles.list}>
        {allowed.map(({ capability, label }) => (
          <li key={capability}>{label}</li>
        ))}
      </ul>
    </div>
  );
}
