import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Notice } from '../ui/notice.tsx';
import { toAbsolute } from '../ui/time.tsx';

const FrozenNoticeFragment = graphql(`
  fragment FrozenNotice on Freeze {
    until
    reason
    by {
      id
      displayName
    }
  }
`);

/** Wherever someone could wonder why nothing runs. */
export function FrozenNotice({ freeze }: { freeze: FragmentType<typeof FrozenNoticeFragment> | null }) {
  if (freeze === null) return null;
  const { until, reason, by } = readFragment(FrozenNoticeFragment, freeze);
  const { frozen, untilBy } = texts.freezing;
  return (
    <Notice tone="INFO" title={frozen}>
      <span>{reason}</span>
      <span>{untilBy(toAbsolute(until), by?.displayName ?? null)}</span>
    </Notice>
  );
}
