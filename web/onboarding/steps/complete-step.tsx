import { lazy, Suspense, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { Announcement } from '../announcement.tsx';
import { useComplete } from './complete-onboarding.ts';
import { About, Buttons } from './step-panel.tsx';

const OverrideDialog = lazy(async () => ({
  default: (await import('./override-dialog.tsx')).OverrideDialog,
}));

const CompleteStepFragment = graphql(`
  fragment CompleteStep on TenantOnboardingSession {
    id
    actions {
      ...Action
    }
    tenant {
      id
      name
      status
    }
    verificationRun {
      id
      version
      verificationReport {
        summary {
          overall
        }
      }
    }
    ...OverrideDialog
  }
`);

/** The last click. Where it is not allowed the API's sentence says what is missing, and owners may go past it. */
export function CompleteStep({ session: masked }: { session: FragmentType<typeof CompleteStepFragment> }) {
  const session = readFragment(CompleteStepFragment, masked);
  const { id, actions, tenant, verificationRun } = session;
  const tenantName = tenant?.name ?? texts.onboarding.unnamed;
  const [overriding, setOverriding] = useState(false);
  const { busy, complete } = useComplete(
    { sessionId: id, tenantId: tenant?.id ?? null, tenantName },
    texts.onboarding.notCompleted,
  );
  const reason = reasonOf(actions, 'complete', texts.onboarding.notAllowed);
  const isReady = verificationRun?.verificationReport?.summary.overall === 'READY';
  return (
    <>
      {reason === null ? (
        <Announcement
          tone={isReady ? 'SUCCESS' : 'WARNING'}
          title={isReady ? texts.onboarding.completeReady : texts.onboarding.completeAttention}
        />
      ) : (
        <Announcement tone="WARNING" title={reason} />
      )}
      <About>
        {tenant?.status === 'ACTIVE' ? texts.onboarding.alreadyActive : texts.onboarding.completeAbout}
      </About>
      <Buttons>
        <ActionButton
          label={texts.onboarding.complete}
          subject={tenantName}
          reason={reason}
          busy={busy}
          appearance="primary"
          onClick={() => complete(null)}
        />
        {reason !== null && (
          <ActionButton
            label={texts.onboarding.override}
            reason={reasonOf(actions, 'override', texts.onboarding.notAllowed)}
            onClick={() => setOverriding(true)}
          />
        )}
      </Buttons>
      {overriding && (
        <Suspense>
          <OverrideDialog session={session} onClose={() => setOverriding(false)} />
        </Suspense>
      )}
    </>
  );
}
