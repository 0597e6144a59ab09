import { lazy, Suspense, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';

const CancelDialog = lazy(async () => ({ default: (await import('./cancel-dialog.tsx')).CancelDialog }));

const CancelSessionButtonFragment = graphql(`
  fragment CancelSessionButton on TenantOnboardingSession {
    id
    tenant {
      id
      name
    }
    actions {
      ...Action
    }
  }
`);

export function CancelSessionButton({
  session,
}: {
  session: FragmentType<typeof CancelSessionButtonFragment>;
}) {
  const { id, tenant, actions } = readFragment(CancelSessionButtonFragment, session);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionButton
        danger
        label={texts.onboarding.cancel}
        reason={reasonOf(actions, 'cancel', texts.onboarding.notAllowed)}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <Suspense>
          <CancelDialog
            sessionId={id}
            tenantName={tenant?.name ?? texts.onboarding.unnamed}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
