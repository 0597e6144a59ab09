import { useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { useSayOutdated } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import { workspaceIdIn } from '../paths.ts';
import { texts } from '../texts.ts';
import { showToast } from '../ui/show-toast.ts';
import { useLastWorkspace } from './page/last-workspace.ts';

const LiveAccessSubscription = graphql(`
  subscription LiveAccess($workspaceId: ID!) {
    workspaceAccess(workspaceId: $workspaceId) {
      id
      name
      role
    }
  }
`);

/**
 * A role that is given, lowered or taken away reaches whatever page is open: it asks again what it may show and what can
 * be done there. Shows nothing itself.
 */
export function AccessWatch() {
  const [pathname] = useLocation();
  const last = useLastWorkspace();
  const workspaceId = workspaceIdIn(pathname) ?? last;
  const sayOutdated = useSayOutdated();
  /** As last told. The first event says what the page has just been answered. */
  const known = useRef<{ readonly id: string; readonly role: string }>(null);
  useSubscription(LiveAccessSubscription, {
    variables: { workspaceId: workspaceId ?? '' },
    skip: workspaceId === null,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const workspace = data?.workspaceAccess;
      if (workspace === undefined) return;
      const before = known.current;
      known.current = workspace;
      if (before?.id !== workspace.id) return;
      if (before.role !== workspace.role) {
        showToast({
          tone: 'INFO',
          title: texts.shell.roleChanged(workspace.name),
          body: texts.shell.roleChangedAbout,
        });
      }
      sayOutdated();
    },
    // Taken away while the page was open; a remembered workspace that was never this person's is no news.
    onError: () => known.current?.id === workspaceId && sayOutdated(),
  });
  return null;
}
