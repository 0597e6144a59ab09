import { useAction } from '../api/action.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { toastDone } from '../ui/show-toast.ts';
import { ResumeScheduleMutation } from './schedule-mutations.ts';

const PausedNoticeFragment = graphql(`
  fragment PausedNotice on Schedule {
    id
    name
    isEnabled
    pausedReason
  }
`);

export interface PausedNoticesProps {
  readonly schedules: readonly FragmentType<typeof PausedNoticeFragment>[];
  readonly reason: string | null;
}

/** A paused schedule is easily forgotten: it says so, and why, until someone resumes it. */
export function PausedNotices({ schedules, reason }: PausedNoticesProps) {
  const { run, busy } = useAction(ResumeScheduleMutation);
  const { upgrade, resume, resumed, failed } = texts.schedules;
  return schedules
    .map((schedule) => readFragment(PausedNoticeFragment, schedule))
    .filter(({ isEnabled }) => !isEnabled)
    .map(({ id, name, pausedReason }) => (
      <Notice key={id} tone="INFO" title={upgrade(name)}>
        {pausedReason !== null && <span>{pausedReason}</span>}
        <div>
          <ActionButton
            label={resume}
            subject={name}
            reason={reason}
            busy={busy}
            size="small"
            onClick={() => void run({ scheduleId: id }, { failed, done: () => toastDone(resumed) })}
          />
        </div>
      </Notice>
    ));
}
