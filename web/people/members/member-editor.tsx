import { lazy, Suspense } from 'react';
import type { MemberDialogsProps } from './member-dialogs.tsx';
import type { MemberEditing } from './member-editing.ts';

const MemberDialogs = lazy(async () => ({ default: (await import('./member-dialogs.tsx')).MemberDialogs }));

export interface MemberEditorProps extends Pick<
  MemberDialogsProps,
  'changes' | 'roles' | 'words' | 'onChanged'
> {
  readonly editing: MemberEditing;
  readonly viewerId: string;
  readonly onRemoved: (wasYou: boolean) => void;
}

/** The dialog that is open, if any; its code is loaded with the first one. */
export function MemberEditor({ editing, viewerId, onRemoved, ...dialog }: MemberEditorProps) {
  const { asking, stopAsking } = editing;
  if (asking === null) return null;
  const isYou = asking.person.id === viewerId;
  return (
    <Suspense>
      <MemberDialogs
        {...dialog}
        asking={asking}
        isYou={isYou}
        onClose={stopAsking}
        onRemoved={() => onRemoved(isYou)}
      />
    </Suspense>
  );
}
