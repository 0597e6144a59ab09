import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { texts } from '../texts.ts';
import { TextAreaField } from '../ui/fields.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { showToast } from '../ui/show-toast.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { canTry, useAcknowledging, whyOf, type Finding } from './acknowledging.ts';

/** As the API has it. */
const longestReason = 1_000;

const useStyles = makeStyles({
  // About six of them; the rest by scrolling, so that the reason stays in sight.
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxHeight: '160px',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  why: { display: 'block', color: tokens.colorStatusDangerForeground3 },
});

export interface AcknowledgeFindingsDialogProps {
  /** One or many, in the list's order. */
  readonly findings: readonly Finding[];
  /** `some`: at least one is acknowledged. */
  readonly onClose: (some: boolean) => void;
}

export function AcknowledgeFindingsDialog({ findings: given, onClose }: AcknowledgeFindingsDialogProps) {
  // The list behind the dialog changes with every one that is done; what was chosen does not.
  const [findings] = useState(given);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, done, left, reasonProblem, submit } = useAcknowledging(findings, () => {
    showToast({ tone: 'SUCCESS', ...toToast(findings) });
    onClose(true);
  });
  const { acknowledge, acknowledgePartly, acknowledgeProgress } = texts.findings;
  const isTried = !busy && left.some((finding) => whyOf(finding) !== null);
  const total = findings.length;
  const send = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') submit(reason);
  };
  return (
    <FormDialog
      title={toTitle(findings)}
      submit={isTried ? toRetry(left.filter(canTry).length) : acknowledge}
      {...(isTried && { dismiss: texts.dialog.close })}
      busy={busy}
      problem={isTried ? toProblem(left, acknowledgePartly(done, total), total) : null}
      onSubmit={isTried && !left.some(canTry) ? () => onClose(done > 0) : send}
      onClose={() => onClose(done > 0)}
    >
      {total > 1 && <FindingList findings={left} isTried={isTried} />}
      <TextAreaField
        label={texts.findings.reason}
        hint={total === 1 ? texts.findings.reasonHint : texts.findings.reasonHintMany}
        required
        maxLength={longestReason}
        problem={missing ? texts.findings.reasonMissing : reasonProblem}
        value={reason}
        onChange={setReason}
      />
      {busy && total > 1 && <p>{acknowledgeProgress(done, total)}</p>}
      <VisuallyHidden live>{busy && total > 1 ? acknowledgeProgress(done, total) : ''}</VisuallyHidden>
    </FormDialog>
  );
}

function toTitle([first, ...others]: readonly Finding[]): string {
  const { acknowledgeTitle, acknowledgeManyTitle } = texts.findings;
  return others.length === 0 ? acknowledgeTitle(first?.title ?? '') : acknowledgeManyTitle(others.length + 1);
}

function toToast([first, ...others]: readonly Finding[]) {
  const { acknowledged, acknowledgedMany } = texts.findings;
  return others.length === 0
    ? { title: acknowledged, body: first?.title ?? '' }
    : { title: acknowledgedMany(others.length + 1) };
}

const toRetry = (count: number) => (count === 0 ? null : texts.findings.acknowledgeAgain(count));

/** Of a single one the reason is all there is to say. */
function toProblem([first]: readonly Finding[], partly: string, total: number): string | null {
  return total === 1 && first !== undefined ? whyOf(first) : partly;
}

function FindingList({ findings, isTried }: { findings: readonly Finding[]; isTried: boolean }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} tabIndex={0} aria-label={texts.findings.acknowledgeWhich}>
      {findings.map((finding) => (
        <li key={finding.id}>
          {finding.title}
          {isTried && <span className={styles.why}>{whyOf(finding)}</span>}
        </li>
      ))}
    </ul>
  );
}
