import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { AppLink } from '../../ui/links.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { RelativeTime } from '../../ui/time.tsx';

const TenantScheduleRunsFragment = graphql(`
  fragment TenantScheduleRuns on Tenant {
    workspace {
      id
    }
    scheduleRuns(first: 7) {
      nodes {
        id
        dueAt
        statusBadge {
          ...Badge
        }
        reason
        schedule {
          id
          name
        }
        run {
          id
        }
        blockingRun {
          id
        }
      }
    }
  }
`);

/** Why it was, or was not, verified last night. */
export function TenantScheduleRuns({ tenant }: { tenant: FragmentType<typeof TenantScheduleRunsFragment> }) {
  const { workspace, scheduleRuns } = readFragment(TenantScheduleRunsFragment, tenant);
  const { schedules, schedulesNone, schedulesOpen, scheduledRun, inTheWay } = texts.tenant;
  return (
    <Panel title={schedules} aside={<AppLink href={paths.schedules(workspace.id)}>{schedulesOpen}</AppLink>}>
      {scheduleRuns.nodes.length === 0 && (
        <Quiet as="p" padded>
          {schedulesNone}
        </Quiet>
      )}
      <PlainList>
        {scheduleRuns.nodes.map(({ id, dueAt, statusBadge, reason, schedule, run, blockingRun }) => (
          <Stack key={id} as="li" padded breaking gap="XXS">
            <span>
              <StatusBadge badge={statusBadge} /> <strong>{schedule.name}</strong>{' '}
              <Quiet>
                <RelativeTime at={dueAt} />
              </Quiet>
            </span>
            {reason !== null && <span>{reason}</span>}
            {run !== null && <AppLink href={paths.run(run.id)}>{scheduledRun}</AppLink>}
            {blockingRun !== null && <AppLink href={paths.run(blockingRun.id)}>{inTheWay}</AppLink>}
          </Stack>
        ))}
      </PlainList>
    </Panel>
  );
}
