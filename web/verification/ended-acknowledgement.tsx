import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { DateOnly } from '../ui/time.tsx';
import { Quiet } from '../ui/quiet.tsx';

const EndedAcknowledgementFragment = graphql(`
  fragment EndedAcknowledgement on VerificationCheck {
    endedAcknowledgement {
      id
      reason
      acknowledgedAt
      expiresAt
      ended
      acknowledgedBy {
        id
        displayName
      }
    }
  }
`);

const useStyles = makeStyles({
  ended: {
    flexBasis: '100%',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
    '& > svg': { marginTop: '2px', fontSize: '16px' },
  },
});

/** Why a check that someone had accepted asks for attention again. Nothing for one that never was. */
export function EndedAcknowledgement({
  check,
}: {
  check: FragmentType<typeof EndedAcknowledgementFragment>;
}) {
  const styles = useStyles();
  const { endedAcknowledgement } = readFragment(EndedAcknowledgementFragment, check);
  if (endedAcknowledgement === null) return null;
  const { reason, acknowledgedAt, expiresAt, ended, acknowledgedBy } = endedAcknowledgement;
  const { title, expired, changed, givenBy } = texts.report.endedAcknowledgement;
  return (
    <div className={styles.ended}>
      <StatusIcon badge={{ color: 'NEUTRAL', icon: 'clock' }} />
      <div>
        <strong>{title}</strong>
        <div>{ended === 'EXPIRED' ? expired : changed}</div>
        <Quiet as="div">
          {givenBy(acknowledgedBy.displayName)} <DateOnly at={acknowledgedAt} />
          {expiresAt !== null && (
            <>
              {' · '}
              {texts.report.acknowledgedUntil} <DateOnly at={expiresAt} />
            </>
          )}
        </Quiet>
        <Quiet as="div">“{reason}”</Quiet>
      </div>
    </div>
  );
}
