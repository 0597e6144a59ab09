import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { useSubmission } from '../api/submission.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/show-toast.ts';

const AcknowledgeMutation = graphql(`
  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {
    acknowledgeVerificationCheck(
      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }
    ) {
      run {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  picks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  about: { margin: 0 },
});

/** A fortnight suits every severity; a longer time is refused with the limit. */
const usualDays = 14;
const quickDays = [7, usualDays, 30, 90];
/** As the API has it. */
const longestReason = 1_000;

export interface AcknowledgeDialogProps {
  readonly runId: string;
  readonly checkKey: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AcknowledgeDialog({ runId, checkKey, title, onClose, onDone }: AcknowledgeDialogProps) {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(inDays(usualDays));
  const [missing, setMissing] = useState(false);
  const send = useSend(AcknowledgeMutation);
  const { busy, problem, problemOf, submit } = useSubmission(
    ['reason', 'expiresAt'],
    () => send({ runId, checkKey, reason, expiresAt: until === '' ? null : atThisTime(until) }),
    () => {
      toastDone(texts.report.acknowledgedDone, title);
      onDone();
    },
  );
  const submitIfGiven = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') submit();
  };
  return (
    <FormDialog
      title={texts.report.acknowledgeTitle(title)}
      submit={texts.report.acknowledge}
      busy={busy}
      problem={problem}
      onSubmit={submitIfGiven}
      onClose={onClose}
    >
      <p className={styles.about}>{texts.report.acknowledgeAbout}</p>
      <TextAreaField
        label={texts.report.reason}
        hint={texts.report.reasonHint}
        required
        maxLength={longestReason}
        problem={missing && reason.trim() === '' ? texts.report.reasonMissing : problemOf('reason')}
        value={reason}
        onChange={setReason}
      />
      <TextField
        label={texts.report.until}
        hint={texts.report.untilHint}
        type="date"
        problem={problemOf('expiresAt')}
        value={until}
        onChange={setUntil}
      />
      <div className={styles.picks}>
        {quickDays.map((days) => (
          <Button key={days} type="button" size="small" onClick={() => setUntil(inDays(days))}>
            {texts.report.inDays(days)}
          </Button>
        ))}
      </div>
    </FormDialog>
  );
}

/** The date in this browser's calendar, as a date field has it. */
function inDays(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`;
}

/** "In 14 days" means 14 times 24 hours: the end of that day would be longer than the API allows. */
function atThisTime(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const instant = new Date();
  instant.setFullYear(year, month - 1, day);
  return instant.toISOString();
}
