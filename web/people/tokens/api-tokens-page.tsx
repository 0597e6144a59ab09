import { Link } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useRef, useState } from 'react';
import type { TokenStep } from './token-dialogs.tsx';
import { EndedTokenTable, TokenTable } from './token-table.tsx';
import { graphql } from '../../gql/gql.ts';
import { allCapabilities, readRoles } from '../roles/roles.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Message } from '../../ui/message.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLastWorkspace } from '../../app/page/last-workspace.ts';
import { PartialProblem, sortFailures } from '../../app/page/page-problem.tsx';
import { usePage } from '../../app/page/use-page.tsx';

const TokenDialogs = lazy(async () => ({
  default: (await import('./token-dialogs.tsx')).TokenDialogs,
}));

const ApiTokensPageQuery = graphql(`
  query ApiTokensPage {
    viewer {
      workspaces {
        id
        name
        capabilities
      }
      apiTokens {
        id
        status
        ...ApiTokenRow
      }
    }
    roles {
      ...RoleCatalog
    }
  }
`);

/** Most people have a token or two, or none. */
const aFew = 3;

export function ApiTokensPage() {
  const words = texts.apiTokens;
  const page = usePage(
    ApiTokensPageQuery,
    {},
    {
      of: (answer) => answer,
      title: () => words.title,
      skeleton: (
        <PageSkeleton
          top
          title={words.title}
          lead={words.lead}
          actions
          panels={[{ title: words.active, rows: aFew }]}
        />
      ),
    },
  );
  const lastWorkspace = useLastWorkspace();
  const [step, setStep] = useState<TokenStep | null>(null);
  const panel = useRef<HTMLElement>(null);
  if (page.shown === null) return page.instead;
  const { workspaces, apiTokens } = page.shown.viewer;
  const labels = allCapabilities(readRoles(page.shown.roles));
  const active = apiTokens.filter(({ status }) => status === 'ACTIVE');
  const ended = apiTokens.filter(({ status }) => status !== 'ACTIVE');
  const proposed = workspaces.find(({ id }) => id === lastWorkspace) ?? workspaces[0];
  const create = (
    <ActionButton
      label={words.create}
      reason={proposed === undefined ? words.noWorkspace : null}
      about={words.createAbout}
      icon={<AddRegular />}
      appearance="primary"
      onClick={() => setStep({ kind: 'create' })}
    />
  );
  return (
    <Page>
      <PageHead title={words.title} below={words.lead} actions={create} />
      <p>
        <Link href="/graphiql">{words.explorer}</Link>
      </p>
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      <Panel title={words.active} ref={panel}>
        {active.length === 0 ? (
          <Message badge={{ color: 'NEUTRAL', icon: 'circle' }} title={words.none} about={words.noneAbout} />
        ) : (
          <TokenTable
            apiTokens={active}
            labels={labels}
            onRevoke={(token) => setStep({ kind: 'revoke', token })}
          />
        )}
      </Panel>
      {ended.length > 0 && (
        <Disclosure summary={words.ended(ended.length)}>
          <Panel title={words.endedLabel}>
            <EndedTokenTable apiTokens={ended} labels={labels} />
          </Panel>
        </Disclosure>
      )}
      {step !== null && (
        <Suspense>
          <TokenDialogs
            step={step}
            onStep={setStep}
            workspaces={workspaces}
            workspaceId={proposed?.id ?? ''}
            labels={labels}
            onCreated={page.refetch}
            // The row that had the focus is gone; the list it was in takes it.
            onRevoked={() => page.refetchThen(() => panel.current?.focus())}
          />
        </Suspense>
      )}
    </Page>
  );
}
