import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { Message } from '../ui/message.tsx';

export interface NoTenantsProps {
  readonly filtered: boolean;
  readonly onShowAll: () => void;
  /** The way out of an empty workspace. */
  readonly onboard: ReactNode;
}

export function NoTenants({ filtered, onShowAll, onboard }: NoTenantsProps) {
  const badge = { color: 'NEUTRAL', icon: 'question-circle' } as const;
  if (!filtered) {
    return (
      <Message
        badge={{ ...badge, icon: 'circle' }}
        title={texts.workspace.empty}
        about={texts.workspace.emptyAbout}
        actions={onboard}
      />
    );
  }
  return (
    <Message
      badge={badge}
      title={texts.workspace.noMatch}
      about={texts.workspace.noMatchAbout}
      actions={<Button onClick={onShowAll}>{texts.workspace.showAll}</Button>}
    />
  );
}
