import { texts } from '../texts.ts';
import { RelativeTime } from '../ui/time.tsx';

export interface ByWhomProps {
  readonly at: string;
  /** null: unknown. */
  readonly who: { readonly displayName: string } | null;
}

export function ByWhom({ at, who }: ByWhomProps) {
  return (
    <>
      <RelativeTime at={at} />
      {who !== null && ` ${texts.onboarding.by} ${who.displayName}`}
    </>
  );
}
