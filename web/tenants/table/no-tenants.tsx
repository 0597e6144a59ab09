import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useLocation } from 'wouter';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Message } from '../../ui/message.tsx';

const badge = { color: 'NEUTRAL', icon: 'question-circle' } as const;

/** No tenant is as the filter wants it. */
export function NoMatch({ onShowAll }: { onShowAll: () => void }) {
  return (
    <Message
      badge={badge}
      title={texts.workspace.noMatch}
      about={texts.workspace.noMatchAbout}
      actions={<Button onClick={onShowAll}>{texts.workspace.showAll}</Button>}
    />
  );
}

export interface NoTenantsProps {
  readonly workspaceId: string;
  /** Why no tenant can be onboarded; null when one can. */
  readonly reason: string | null;
}

/** The way out of an empty workspace. */
export function NoTenants({ workspaceId, reason }: NoTenantsProps) {
  const [, navigate] = useLocation();
  return (
    <Message
      badge={{ ...badge, icon: 'circle' }}
      title={texts.workspace.empty}
      about={texts.workspace.emptyAbout}
      actions={
        <ActionButton
          label={texts.workspace.onboard}
          reason={reason}
          about={texts.workspace.onboardAbout}
          icon={<AddRegular />}
          appearance="primary"
          onClick={() => navigate(`${paths.onboardings(workspaceId)}?begin=1`)}
        />
      }
    />
  );
}
