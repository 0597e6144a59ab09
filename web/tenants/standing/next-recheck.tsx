import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useAction } from '../../api/action.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { useSlowClock } from '../../ui/clock.ts';
import { Quiet } from '../../ui/quiet.tsx';
import { RelativeTime } from '../../ui/time.tsx';

const NextRecheckFragment = graphql(`
  fragment NextRecheck on Tenant {
    id
    nextRecheck {
      at
      message
    }
    actions {
      ...Action
    }
  }
`);

const StopRecheckMutation = graphql(`
  mutation StopRecheck($tenantId: ID!) {
    stopVerificationRecheck(input: { tenantId: $tenantId }) {
      tenant {
        id
        nextRecheck {
          at
          message
        }
      }
    }
  }
`);

const useStyles = makeStyles({
  recheck: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    outlineStyle: 'none',
  },
  about: { flexBasis: '100%' },
});

export function NextRecheck({ tenant }: { tenant: FragmentType<typeof NextRecheckFragment> }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const { id, nextRecheck, actions } = readFragment(NextRecheckFragment, tenant);
  const { busy, run } = useAction(StopRecheckMutation);
  const stop = () =>
    // The button that had the focus goes with the re-check.
    run({ tenantId: id }, { failed: texts.standing.stopFailed, done: () => place.current?.focus() });
  return (
    <div className={styles.recheck} ref={place} tabIndex={-1}>
      {nextRecheck === null ? (
        <Quiet title={texts.standing.noRecheckAbout}>{texts.standing.noRecheck}</Quiet>
      ) : (
        <>
          <DueTime at={nextRecheck.at} />
          <ActionButton
            label={texts.standing.stopRecheck}
            subject={texts.standing.stopRecheckSubject}
            reason={reasonOf(actions, 'stop_recheck', texts.tenant.notAllowed)}
            about={texts.standing.stopRecheckAbout}
            busy={busy}
            size="small"
            onClick={() => void stop()}
          />
          <Quiet small className={styles.about}>
            {nextRecheck.message}
          </Quiet>
        </>
      )}
    </div>
  );
}

/** Within a minute it is due, or is on its way to a worker: "2 minutes ago" would be wrong for what is yet to come. */
const soonMs = 60_000;

function DueTime({ at }: { at: string }) {
  const now = useSlowClock();
  return new Date(at).getTime() - now < soonMs ? texts.standing.soon : <RelativeTime at={at} />;
}
