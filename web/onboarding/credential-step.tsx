import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton, reasonOf } from '../ui/action-button.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { DateOnly } from '../ui/time.tsx';
import { pathOfStep, toStep } from './steps.ts';
import { About, Buttons, StepFacts } from './step-panel.tsx';

const CredentialStepFragment = graphql(`
  fragment CredentialStep on TenantOnboardingSession {
    id
    currentStep
    tenant {
      id
      actions {
        action
        enabled
        disabledReason
      }
    }
    providerConnection {
      id
      displayName
      credential {
        type
        clientId
        expiresAt
      }
    }
  }
`);

/** The credential belongs to the connection, so it is given on the connection's page; this one says whether it is there. */
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
  const label = credential === null ? texts.onboarding.addCredential : texts.onboarding.replaceCredential;
  const reason = reasonOf(tenant?.actions ?? [], 'manage_connections', texts.onboarding.notAllowed);
  return (
    <>
      <About>{texts.onboarding.credentialAbout}</About>
      <StepFacts
        facts={[
          { term: texts.onboarding.connection, value: displayName },
          ...(credential === null
            ? [{ term: texts.onboarding.credential, value: texts.onboarding.noCredential }]
            : factsOf(credential)),
        ]}
      />
      <Buttons>
        {reason === null ? (
          <ButtonLink
            href={`${paths.connection(tenant?.id ?? '', providerConnection.id)}#credential`}
            appearance={credential === null ? 'primary' : 'secondary'}
          >
            {label}
          </ButtonLink>
        ) : (
          <ActionButton label={label} reason={reason} onClick={() => {}} />
        )}
      </Buttons>
      {reason === null && <About>{texts.onboarding.credentialBack}</About>}
    </>
  );
}

interface CredentialFacts {
  readonly type: keyof typeof texts.credential.types;
  readonly clientId: string;
  readonly expiresAt: string | null;
}

function factsOf({ type, clientId, expiresAt }: CredentialFacts) {
  return [
    { term: texts.onboarding.credential, value: texts.credential.types[type] },
    { term: texts.onboarding.application, value: <code>{clientId}</code> },
    {
      term: texts.onboarding.validUntil,
      value: expiresAt === null ? texts.onboarding.notKnown : <DateOnly at={expiresAt} />,
    },
  ];
}
