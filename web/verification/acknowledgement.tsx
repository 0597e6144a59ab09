import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useAction } from '../api/action.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { showToast } from '../ui/show-toast.ts';
import { DateOnly, RelativeTime } from '../ui/time.tsx';
import { useAcknowledging, useLastChanged } from './acknowledging.ts';
import { EndedAcknowledgement } from './ended-acknowledgement.tsx';

const AcknowledgeDialog = lazy(async () => ({
  default: (await import('./acknowledge-dialog.tsx')).AcknowledgeDialog,
}));

const CheckAcknowledgementFragment = graphql(`
  fragment CheckAcknowledgement on VerificationCheck {
    key
    title
    acknowledgement {
      id
      reason
      acknowledgedAt
      expiresAt
      acknowledgedBy {
        id
        displayName
      }
    }
    ...EndedAcknowledgement
  }
`);

const WithdrawMutation = graphql(`
  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {
    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {
      run {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  given: {
    flexGrow: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** Who knows about a failing check and why, or the way to say so. It stands beside the verdict and never changes it. */
export function CheckAcknowledgement({
  check,
}: {
  check: FragmentType<typeof CheckAcknowledgementFragment>;
}) {
  const styles = useStyles();
  const shown = readFragment(CheckAcknowledgementFragment, check);
  const { key, title, acknowledgement } = shown;
  const acknowledging = useAcknowledging();
  if (acknowledgement === null) {
    return (
      <>
        <EndedAcknowledgement check={shown} />
        {acknowledging !== null && <Acknowledge checkKey={key} title={title} />}
      </>
    );
  }
  const { reason, acknowledgedAt, expiresAt, acknowledgedBy } = acknowledgement;
  return (
    <div className={styles.given}>
      <div className={styles.words}>
        <strong>{texts.report.acknowledged(acknowledgedBy.displayName)}</strong>
        <div>{reason}</div>
        <Quiet as="div">
          <RelativeTime at={acknowledgedAt} />
          {' · '}
          {expiresAt === null ? (
            texts.report.acknowledgedForGood
          ) : (
            <>
              {texts.report.acknowledgedUntil} <DateOnly at={expiresAt} />
            </>
          )}
        </Quiet>
      </div>
      {acknowledging !== null && <Withdraw checkKey={key} title={title} />}
    </div>
  );
}

interface OfCheck {
  readonly checkKey: string;
  readonly title: string;
}

function Acknowledge({ checkKey, title }: OfCheck) {
  const acknowledging = useAcknowledging();
  const lastChanged = useLastChanged();
  const [open, setOpen] = useState(false);
  if (acknowledging === null) return null;
  return (
    <div>
      <ActionButton
        label={texts.report.acknowledge}
        subject={title}
        reason={acknowledging.reason}
        about={texts.report.acknowledgeAbout}
        appearance="subtle"
        size="small"
        focused={lastChanged.key === checkKey}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <AcknowledgeDialog
            runId={acknowledging.runId}
            checkKey={checkKey}
            title={title}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false);
              lastChanged.note(checkKey);
              acknowledging.onChanged();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function Withdraw({ checkKey, title }: OfCheck) {
  const acknowledging = useAcknowledging();
  const lastChanged = useLastChanged();
  const { busy, run } = useAction(WithdrawMutation);
  if (acknowledging === null) return null;
  const { runId, reason, onChanged } = acknowledging;
  const done = () => {
    showToast({ tone: 'INFO', title: texts.report.withdrawn, body: title });
    lastChanged.note(checkKey);
    onChanged();
  };
  return (
    <ActionButton
      label={texts.report.withdraw}
      subject={title}
      reason={reason}
      about={texts.report.withdrawAbout}
      busy={busy}
      appearance="subtle"
      size="small"
      focused={lastChanged.key === checkKey}
      onClick={() => void run({ runId, checkKey }, { failed: texts.report.withdrawFailed, done })}
    />
  );
}
