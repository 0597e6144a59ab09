import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { PlainList } from '../../ui/plain-list.tsx';

const OverriddenFragment = graphql(`
  fragment Overridden on TenantOnboardingSession {
    id
    verificationRun {
      id
      version
      verificationReport {
        checks {
          key
          title
          status
          blocking
          message
          statusBadge {
            ...Badge
          }
        }
      }
    }
  }
`);

const useStyles = makeStyles({
  checks: { display: 'grid', gap: tokens.spacingVerticalS },
  check: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    '& > svg': { fontSize: '20px' },
  },
  message: { gridColumn: '2', color: tokens.colorNeutralForeground2 },
});

/** What an override ignores: the checks that block the tenant, or that there was no verification. */
export function Overridden({ session }: { session: FragmentType<typeof OverriddenFragment> }) {
  const styles = useStyles();
  const { verificationRun } = readFragment(OverriddenFragment, session);
  const checks = verificationRun?.verificationReport?.checks ?? [];
  const blocking = checks.filter(({ status, blocking }) => blocking && status === 'FAIL');
  if (blocking.length === 0) return <div>{texts.onboarding.overrideNothing}</div>;
  return (
    <>
      <div>{texts.onboarding.overrideBlocked}</div>
      <PlainList className={styles.checks}>
        {blocking.map(({ key, title, message, statusBadge }) => (
          <li key={key} className={styles.check}>
            <StatusIcon badge={statusBadge} />
            <strong>{title}</strong>
            <span className={styles.message}>{message}</span>
          </li>
        ))}
      </PlainList>
    </>
  );
}
