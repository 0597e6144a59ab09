import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { DirectoryId } from '../../tenants/directory-id.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { About, Buttons, StepFacts } from './step-panel.tsx';

const DirectoryStepFragment = graphql(`
  fragment DirectoryStep on TenantOnboardingSession {
    id
    tenant {
      id
      name
      status
      graphTenantId
      externalId
    }
  }
`);

/** Over as soon as there is a session: what it was started with. */
export function DirectoryStep({ session }: { session: FragmentType<typeof DirectoryStepFragment> }) {
  const { tenant } = readFragment(DirectoryStepFragment, session);
  if (tenant === null) return null;
  const { id, name, status, graphTenantId, externalId } = tenant;
  return (
    <>
      <About>{status === 'ACTIVE' ? texts.onboarding.alreadyActive : texts.onboarding.directoryAbout}</About>
      <StepFacts
        facts={[
          { term: texts.onboarding.tenant, value: name },
          ...(graphTenantId === null
            ? []
            : [{ term: texts.onboarding.directory, value: <DirectoryId id={graphTenantId} /> }]),
          ...(externalId === null ? [] : [{ term: texts.onboarding.externalId, value: externalId }]),
        ]}
      />
      <Buttons>
        <ButtonLink href={paths.tenant(id)}>{texts.onboarding.openTenant}</ButtonLink>
      </Buttons>
    </>
  );
}
