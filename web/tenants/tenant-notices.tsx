import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reasonOf } from '../ui/availability.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Notice } from '../ui/notice.tsx';
import { useRestoreTenant } from './change-tenant.ts';

const TenantNoticesFragment = graphql(`
  fragment TenantNotices on Tenant {
    id
    name
    status
    actions {
      ...Action
    }
    onboardingSession {
      id
      status
    }
  }
`);

/** What makes this tenant another than most: it is archived, or its onboarding waits for someone. */
export function TenantNotices({ tenant }: { tenant: FragmentType<typeof TenantNoticesFragment> }) {
  const seen = readFragment(TenantNoticesFragment, tenant);
  const { status, actions, onboardingSession } = seen;
  const restore = useRestoreTenant(seen);
  if (status === 'ARCHIVED') {
    return (
      <Notice tone="INFO" title={texts.tenantActions.archivedTitle}>
        <span>{texts.tenantActions.archivedNote}</span>
        <div>
          <ActionButton
            label={texts.tenantActions.restore}
            reason={reasonOf(actions, 'restore', texts.tenant.notAllowed)}
            size="small"
            onClick={restore}
          />
        </div>
      </Notice>
    );
  }
  if (onboardingSession?.status !== 'IN_PROGRESS') return null;
  return (
    <Notice tone="INFO" title={texts.tenantActions.onboardingTitle}>
      <span>{texts.tenantActions.onboardingNote}</span>
      <div>
        <ButtonLink href={paths.onboarding(onboardingSession.id)} size="small">
          {texts.tenantActions.onboardingOpen}
        </ButtonLink>
      </div>
    </Notice>
  );
}
