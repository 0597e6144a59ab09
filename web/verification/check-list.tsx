import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { LastChangedProvider } from './acknowledging.ts';
import { CheckGroupSection, CheckItems, titleOf, toChecks, type MaskedCheck } from './check-group.tsx';
import { groupChecks } from './check-groups.ts';

const useStyles = makeStyles({
  group: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
});

export interface CheckListProps {
  readonly checks: readonly MaskedCheck[];
  /**
   * While a report grows its checks stay in the order in which they are run: nothing moves under the reader's eyes. When
   * it is complete they are sorted by who must act.
   */
  readonly growing: boolean;
}

export function CheckList({ checks: masked, growing }: CheckListProps) {
  const styles = useStyles();
  const checks = toChecks(masked);
  const [key, note] = useState<string | null>(null);
  const lastChanged = useMemo(() => ({ key, note }), [key]);
  if (growing) return <CheckItems checks={checks} level="h3" />;
  return (
    <LastChangedProvider value={lastChanged}>
      {groupChecks(checks).map((group) => (
        <section key={group.kind} className={styles.group} aria-label={titleOf(group)}>
          <CheckGroupSection group={group} all={checks} />
        </section>
      ))}
    </LastChangedProvider>
  );
}
