import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { useOnOutdated } from '../../api/live.tsx';
import { AuditList } from './audit-list.tsx';
import { graphql } from '../../gql/gql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { titleIn, useDocumentHead } from '../../ui/document-head.ts';
import { AppLink } from '../../ui/links.tsx';
import { ListBones } from '../../ui/list-bones.tsx';
import { Message } from '../../ui/message.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { rememberWorkspace } from '../../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../../app/page-problem.tsx';

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
  const { data, error, refetch, fetchMore } = useQuery(AuditLogPageQuery, {
    variables: { id, first: entriesPage },
    // Without the log there is nothing to show: the refusal is the page.
    errorPolicy: 'none',
  });
  const workspace = data?.workspace;
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnOutdated(askAgain);
  useDocumentHead(titleIn(texts.audit.title, workspace));
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);

  const { title, lead, none, noneAbout } = texts.audit;
  if (workspace == null) {
    if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
    return <ListBones title={title} panel={title} />;
  }
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
        below={lead}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <Panel title={title}>
        {workspace.auditLog.edges.length > 0 ? (
          <AuditList entries={workspace.auditLog} onMore={(after) => fetchMore({ variables: { after } })} />
        ) : (
          <Message badge={{ color: 'NEUTRAL', icon: 'circle' }} title={none} about={noneAbout} />
        )}
      </Panel>
    </Page>
  );
}
