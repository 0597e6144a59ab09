import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { ButtonLink } from './links.tsx';
import { PlainList } from './plain-list.tsx';

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '& > li': { maxWidth: '100%' },
  },
});

/** What to click next, the likeliest first. */
export function NextSteps({ steps }: { steps: readonly { readonly label: string; readonly url: string }[] }) {
  const styles = useStyles();
  if (steps.length === 0) return null;
  return (
    <PlainList className={styles.steps} label={texts.parts.nextSteps}>
      {steps.map(({ label, url }) => (
        <li key={label}>
          <ButtonLink href={url} size="small">
            {label}
          </ButtonLink>
        </li>
      ))}
    </PlainList>
  );
}
