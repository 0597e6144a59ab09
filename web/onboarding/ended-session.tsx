import { useLocation } from 'wouter';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { EndedSessionFragment as EndedSessionData } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Columns } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { showToast } from '../ui/show-toast.ts';
import { Announcement } from './announcement.tsx';
import { useBeginOnboarding } from './begin/begin-onboarding.ts';
import { SessionFacts } from './session-facts.tsx';
import { About, Buttons, StepBody } from './steps/step-panel.tsx';

const EndedSessionFragment = graphql(`
  fragment EndedSession on TenantOnboardingSession {
    id
    status
    state
    workspace {
      id
      actions {
        ...Action
      }
    }
    tenant {
      id
      tenantId
    }
    ...SessionFacts
  }
`);

/** Nothing is left to do: what came of it, and where it goes on. */
export function EndedSession({ session: masked }: { session: FragmentType<typeof EndedSessionFragment> }) {
  const session = readFragment(EndedSessionFragment, masked);
  const { status, state, tenant } = session;
  const overrideReason = overrideReasonOf(state);
  return (
    <Columns
      main={
        <Panel title={texts.onboarding.ended}>
          <StepBody>
            <About>
              {status === 'COMPLETED' ? texts.onboarding.completedAbout : texts.onboarding.cancelledAbout}
            </About>
            {overrideReason !== null && (
              <Announcement tone="WARNING" title={texts.onboarding.overridden}>
                {overrideReason}
              </Announcement>
            )}
            <Buttons>
              {tenant !== null && (
                <ButtonLink href={paths.tenant(tenant.id)} appearance="primary">
                  {texts.onboarding.openTenant}
                </ButtonLink>
              )}
              {status === 'CANCELLED' && tenant?.tenantId != null && (
                <AgainButton workspace={session.workspace} directory={tenant.tenantId} />
              )}
            </Buttons>
          </StepBody>
        </Panel>
      }
      side={<SessionFacts session={session} title={texts.onboarding.endedFacts} />}
    />
  );
}

interface AgainButtonProps {
  readonly workspace: EndedSessionData['workspace'];
  readonly directory: string;
}

function AgainButton({ workspace, directory }: AgainButtonProps) {
  const [, navigate] = useLocation();
  const { begin, beginning } = useBeginOnboarding(
    (sessionId) => navigate(paths.onboarding(sessionId)),
    ({ sentence }) => showToast({ tone: 'DANGER', title: texts.onboarding.notStarted, body: sentence }),
  );
  return (
    <ActionButton
      label={texts.onboarding.again}
      reason={reasonOf(workspace.actions, 'onboard_tenant', texts.onboardings.notAllowed)}
      busy={beginning}
      onClick={() => begin({ workspaceId: workspace.id, entraTenantId: directory })}
    />
  );
}

function overrideReasonOf(state: unknown): string | null {
  if (state === null || typeof state !== 'object' || !('override_reason' in state)) return null;
  return typeof state.override_reason === 'string' ? state.override_reason : null;
}
