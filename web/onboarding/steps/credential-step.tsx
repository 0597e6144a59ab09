import { lazy, Suspense, useState } from 'react';
import { toCredentialFacts } from '../../connections/credential/credential-facts.tsx';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { CredentialStepFragment as CredentialStepData } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { useRefetchOnboarding } from '../refetch.ts';
import { pathOfStep, toStep } from './steps.ts';
import { About, Buttons, StepFacts } from './step-panel.tsx';

const CredentialDialog = lazy(async () => ({
  default: (await import('../../connections/credential/credential-dialog.tsx')).CredentialDialog,
}));

const CredentialStepFragment = graphql(`
  fragment CredentialStep on TenantOnboardingSession {
    id
    currentStep
    tenant {
      id
    }
    providerConnection {
      id
      displayName
      actions {
        ...Action
      }
      credential {
        type
        clientId
        expiresAt
        updatedAt
        thumbprint
        tokenFile
      }
    }
  }
`);

/** What the connection signs in with. Another credential can be rehearsed on the connection's own page. */
export function CredentialStep({ session }: { session: FragmentType<typeof CredentialStepFragment> }) {
  const { id, currentStep, tenant, providerConnection } = readFragment(CredentialStepFragment, session);
  if (providerConnection === null) {
    return (
      <>
        <About>{texts.onboarding.connectionFirst}</About>
        <Buttons>
          <ButtonLink href={pathOfStep(id, 'connection', toStep(currentStep))}>
            {texts.onboarding.toConnection}
          </ButtonLink>
        </Buttons>
      </>
    );
  }
  const { credential, displayName } = providerConnection;
  return (
    <>
      <About>{texts.onboarding.credentialAbout}</About>
      <StepFacts
        facts={[
          { term: texts.onboarding.connection, value: displayName },
          ...(credential === null
            ? [{ term: texts.onboarding.credential, value: texts.onboarding.noCredential }]
            : toCredentialFacts(credential, texts.credential.replaced)),
        ]}
      />
      <Buttons>
        <SetCredential connection={providerConnection} />
        <ButtonLink href={paths.connection(tenant?.id ?? '', providerConnection.id)} appearance="subtle">
          {texts.onboarding.manageConnection}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function SetCredential({
  connection,
}: {
  connection: NonNullable<CredentialStepData['providerConnection']>;
}) {
  const { id, displayName, credential, actions } = connection;
  const [open, setOpen] = useState(false);
  const refetch = useRefetchOnboarding();
  const close = () => {
    setOpen(false);
    refetch();
  };
  return (
    <>
      <ActionButton
        label={credential === null ? texts.onboarding.addCredential : texts.onboarding.replaceCredential}
        subject={displayName}
        reason={reasonOf(actions, 'set_credential', texts.onboarding.notAllowed)}
        appearance={credential === null ? 'primary' : 'secondary'}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <CredentialDialog
            connectionId={id}
            clientId={credential?.clientId ?? ''}
            replaces={credential !== null}
            actions={actions}
            // Before the consent a rehearsal can but fail, and there is nothing in use that it would spare.
            {...(credential === null && { firstWay: 'set' })}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}
