import { texts } from '../texts.ts';
import { Notice } from './notice.tsx';

/** For a link that is old or mistyped: says which part of its filter the list does not follow. */
export function IgnoredFilters({ ignored }: { ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <Notice tone="WARNING" title={texts.list.ignored}>
      {texts.list.ignoredAbout(ignored)}
    </Notice>
  );
}
