import { AuditList } from './audit-list.tsx';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { titleIn } from '../../ui/document-head.ts';
import { ListSkeleton } from '../../ui/page-skeleton.tsx';
import { Message } from '../../ui/message.tsx';
import { ListPage } from '../../app/page/list-page.tsx';
import { usePage } from '../../app/page/use-page.tsx';

const AuditLogPageQuery = graphql(`
  query AuditLogPage($id: ID!, $first: Int!, $after: String) {
    workspace(id: $id) {
      id
      name
      auditLog(first: $first, after: $after) {
        edges {
          cursor
        }
        ...AuditList
      }
    }
  }
`);

/** Two screens of rows. */
const entriesPage = 50;

export function AuditLogPage({ id }: { id: string }) {
  const { title, lead, none, noneAbout } = texts.audit;
  const page = usePage(
    AuditLogPageQuery,
    { id, first: entriesPage },
    {
      of: ({ workspace }) => workspace,
      title: (workspace) => titleIn(title, workspace),
      workspaceId: (workspace) => workspace.id,
      // Without the log there is nothing to show: the refusal is the page.
      errorPolicy: 'none',
      skeleton: <ListSkeleton title={title} lead={lead} />,
    },
  );
  const { shown: workspace, error, refetch, fetchMore } = page;
  if (workspace === null) return page.instead;
  return (
    <ListPage workspace={workspace} title={title} lead={lead} error={error} onRetry={refetch}>
      {workspace.auditLog !== null && workspace.auditLog.edges.length > 0 ? (
        <AuditList entries={workspace.auditLog} onMore={(after) => fetchMore({ after })} />
      ) : (
        <Message badge={{ color: 'NEUTRAL', icon: 'circle' }} title={none} about={noneAbout} />
      )}
    </ListPage>
  );
}
