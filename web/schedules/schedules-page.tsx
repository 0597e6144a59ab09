import { lazy, Suspense, useState } from 'react';
import { usePage } from '../app/page/use-page.tsx';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { titleIn } from '../ui/document-head.ts';
import { AppLink } from '../ui/links.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { ListSkeleton } from '../ui/page-skeleton.tsx';
import { Panel } from '../ui/panel.tsx';
import { FrozenNotice } from '../tenants/frozen-notice.tsx';
import { Frozen } from './freeze.tsx';
import { PausedNotices } from './paused-notices.tsx';
import { ScheduleHistory } from './schedule-history.tsx';
import { ScheduleTable } from './schedule-table.tsx';

const ScheduleDialog = lazy(async () => ({
  default: (await import('./schedule-dialog.tsx')).ScheduleDialog,
}));
const ZoneDialog = lazy(async () => ({ default: (await import('./zone-dialog.tsx')).ZoneDialog }));

const SchedulesPageQuery = graphql(`
  query SchedulesPage($id: ID!) {
    operationTypes {
      type
      label
      schedulable
    }
    workspace(id: $id) {
      id
      name
      timeZone
      actions {
        ...Action
      }
      ...Frozen
      freeze {
        ...FrozenNotice
      }
      schedules(first: 50) {
        nodes {
          id
          ...ScheduleRow
          ...PausedNotice
          ...ScheduleRounds
        }
      }
    }
  }
`);

export function SchedulesPage({ id }: { id: string }) {
  const { title, lead, panel, history, add, notAllowed } = texts.schedules;
  const [dialog, setDialog] = useState<'add' | 'zone' | null>(null);
  const page = usePage(
    SchedulesPageQuery,
    { id },
    {
      of: ({ workspace, operationTypes }) => workspace && { workspace, operationTypes },
      title: (shown) => titleIn(title, shown?.workspace),
      workspaceId: ({ workspace }) => workspace.id,
      skeleton: <ListSkeleton title={title} />,
    },
  );
  if (page.shown === null) return page.instead;
  const { workspace, operationTypes } = page.shown;
  const schedules = workspace.schedules.nodes;
  const reason = reasonOf(workspace.actions, 'manage_schedules', notAllowed);
  const operations = operationTypes.filter(({ schedulable }) => schedulable);
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
        below={lead(workspace.timeZone)}
        actions={
          <>
            <ActionButton label={texts.zones.change} reason={reason} onClick={() => setDialog('zone')} />
            <Frozen workspace={workspace} reason={reason} />
            <ActionButton label={add} reason={reason} appearance="primary" onClick={() => setDialog('add')} />
          </>
        }
      />
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      <FrozenNotice freeze={workspace.freeze} />
      <PausedNotices schedules={schedules} reason={reason} />
      <Panel title={panel}>
        <ScheduleTable
          schedules={schedules}
          workspaceId={workspace.id}
          operations={operations}
          reason={reason}
        />
      </Panel>
      <Panel title={history}>
        <ScheduleHistory schedules={schedules} />
      </Panel>
      <Suspense>
        {dialog === 'add' && (
          <ScheduleDialog
            workspaceId={workspace.id}
            timeZone={workspace.timeZone}
            operations={operations}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'zone' && (
          <ZoneDialog
            workspaceId={workspace.id}
            timeZone={workspace.timeZone}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}
