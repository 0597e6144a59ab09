import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';

const BeginDialog = lazy(async () => ({ default: (await import('./begin-dialog.tsx')).BeginDialog }));

const BeginButtonFragment = graphql(`
  fragment BeginButton on Workspace {
    id
    actions {
      ...Action
    }
  }
`);

/** `?begin` opens the form: other pages lead here. */
const wanted = 'begin';

export function BeginButton({ workspace }: { workspace: FragmentType<typeof BeginButtonFragment> }) {
  const { id, actions } = readFragment(BeginButtonFragment, workspace);
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const reason = reasonOf(actions, 'onboard_tenant', texts.onboardings.notAllowed);
  const isOpen = params.has(wanted) && reason === null;
  const setOpen = (open: boolean) => setParams(withBegin(params, open), { replace: true });
  return (
    <>
      <ActionButton
        label={texts.onboardings.begin}
        reason={reason}
        about={texts.onboardings.about}
        icon={<AddRegular />}
        appearance="primary"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <BeginDialog
            workspaceId={id}
            onStarted={(sessionId) => navigate(paths.onboarding(sessionId))}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function withBegin(params: URLSearchParams, open: boolean): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(wanted);
  if (open) next.set(wanted, '1');
  return next;
}
