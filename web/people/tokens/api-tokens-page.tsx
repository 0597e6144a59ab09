import { useQuery } from '@apollo/client/react';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useOnOutdated } from '../../api/live.tsx';
import type { TokenStep } from './token-dialogs.tsx';
import { EndedTokenTable, TokenTable } from './token-table.tsx';
import { graphql } from '../../gql/gql.ts';
import { allCapabilities, readRoles } from '../roles/roles.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useDocumentHead } from '../../ui/document-head.ts';
import { Message } from '../../ui/message.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLastWorkspace } from '../../app/last-workspace.ts';
import { ApiTokensPageBones } from './api-tokens-page-bones.tsx';
import { PageProblem, PartialProblem, sortFailures } from '../../app/page-problem.tsx';

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
      ...RoleCatalogue
    }
  }
`);

export function ApiTokensPage() {
  const { data, error, refetch } = useQuery(ApiTokensPageQuery);
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnOutdated(askAgain);
  const words = texts.apiTokens;
  useDocumentHead(words.title);
  const lastWorkspace = useLastWorkspace();
  const [step, setStep] = useState<TokenStep | null>(null);
  const panel = useRef<HTMLElement>(null);
  // The row that had the focus is gone; the list it was in takes it.
  const takeFocus = () => panel.current?.focus();

  if (data === undefined) {
    return error === undefined ? <ApiTokensPageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  const { workspaces, apiTokens } = data.viewer;
  const labels = allCapabilities(readRoles(data.roles));
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
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
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
            onCreated={askAgain}
            onRevoked={() => void refetch().then(takeFocus)}
          />
        </Suspense>
      )}
    </Page>
  );
}
