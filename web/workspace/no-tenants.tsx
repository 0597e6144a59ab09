import { Button } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { Message } from '../ui/message.tsx';

export function NoTenants({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const badge = { color: 'NEUTRAL', icon: 'question-circle' } as const;
  if (!filtered) {
    return (
      <Message
        badge={{ ...badge, icon: 'circle' }}
        title={texts.workspace.empty}
        about={texts.workspace.emptyAbout}
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
