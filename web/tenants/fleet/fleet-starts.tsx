import { makeStyles, tokens } from '@fluentui/react-components';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { AppLink } from '../../ui/links.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import type { FleetVerification } from './fleet-verification.ts';

const useStyles = makeStyles({
  starts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const verifications = 'type=provider.connection.check';

/** What became of the starts, each with a link to its runs. */
export function FleetStarts({ fleet }: { fleet: FleetVerification }) {
  const styles = useStyles();
  const { bulkStarted, bulkDeduped, bulkBusy, bulkBlocked } = texts.workspace;
  const starts = [
    { count: fleet.started, label: bulkStarted, filter: verifications },
    { count: fleet.deduped, label: bulkDeduped, filter: `${verifications}&status=running` },
    { count: fleet.scopeBusy, label: bulkBusy, filter: 'status=running' },
    { count: fleet.blocked, label: bulkBlocked, filter: `${verifications}&outcome=blocked` },
  ];
  return (
    <PlainList className={styles.starts}>
      {starts
        .filter(({ count }) => count > 0)
        .map(({ count, label, filter }) => (
          <li key={filter}>
            <AppLink href={`${paths.operations(fleet.workspaceId)}?${filter}`}>{label(count)}</AppLink>
          </li>
        ))}
    </PlainList>
  );
}
