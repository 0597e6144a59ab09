import { graphql } from '../gql/gql.ts';

/** What of a schedule is another when it was changed. */
graphql(`
  fragment ScheduleChanged on Schedule {
    ...ScheduleRow
    ...PausedNotice
  }
`);

export const ResumeScheduleMutation = graphql(`
  mutation ResumeSchedule($scheduleId: ID!) {
    resumeSchedule(input: { scheduleId: $scheduleId }) {
      schedule {
        ...ScheduleChanged
      }
    }
  }
`);

export const PauseScheduleMutation = graphql(`
  mutation PauseSchedule($scheduleId: ID!, $reason: String!) {
    pauseSchedule(input: { scheduleId: $scheduleId, reason: $reason }) {
      schedule {
        ...ScheduleChanged
      }
    }
  }
`);

export const RunScheduleNowMutation = graphql(`
  mutation RunScheduleNow($scheduleId: ID!) {
    runScheduleNow(input: { scheduleId: $scheduleId }) {
      schedule {
        ...ScheduleChanged
      }
    }
  }
`);

export const DeleteScheduleMutation = graphql(`
  mutation DeleteSchedule($scheduleId: ID!) {
    deleteSchedule(input: { scheduleId: $scheduleId }) {
      workspace {
        id
      }
    }
  }
`);

export const CreateScheduleMutation = graphql(`
  mutation CreateSchedule($input: CreateScheduleInput!) {
    createSchedule(input: $input) {
      schedule {
        id
      }
    }
  }
`);

export const UpdateScheduleMutation = graphql(`
  mutation UpdateSchedule($input: UpdateScheduleInput!) {
    updateSchedule(input: $input) {
      schedule {
        ...ScheduleChanged
      }
    }
  }
`);

/** The page's query: asked again where a list gets longer or shorter. */
export const schedulesPage = { refetch: 'SchedulesPage' } as const;
