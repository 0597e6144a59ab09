import { makeStyles, tokens } from '@fluentui/react-components';
import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { AuditRowFragment as AuditRow } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { GroupHead } from '../../ui/group-head.tsx';
import { AppLink } from '../../ui/links.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PlainList } from '../../ui/plain-list.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { RelativeTime } from '../../ui/time.tsx';

const AuditListFragment = graphql(`
  fragment AuditList on AuditEntryConnection {
    edges {
      cursor
      node {
        id
        ...AuditRow
      }
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
`);

const AuditRowFragment = graphql(`
  fragment AuditRow on AuditEntry {
    id
    at
    actor {
      id
      displayName
    }
    sentence
    subjectType
    subjectId
    tenant {
      id
      name
    }
    data
  }
`);

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  details: { gridColumn: '1 / -1' },
  data: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

const dayFormat = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'full' });

export interface AuditListProps {
  readonly entries: FragmentType<typeof AuditListFragment>;
  readonly onMore: (after: string) => Promise<unknown>;
}

/** By day, as one looks for things: "what happened on Tuesday". */
export function AuditList({ entries, onMore }: AuditListProps) {
  const { edges, pageInfo, totalCount } = readFragment(AuditListFragment, entries);
  const rows = edges.map(({ node }) => readFragment(AuditRowFragment, node));
  const after = nextCursor(pageInfo);
  return (
    <>
      {[...byDay(rows)].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <GroupHead>{day}</GroupHead>
          <PlainList>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </PlainList>
        </section>
      ))}
      <LoadMore shown={rows.length} total={totalCount} after={after} onMore={onMore} />
    </>
  );
}

function byDay(rows: readonly AuditRow[]): ReadonlyMap<string, AuditRow[]> {
  const days = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const day = dayFormat.format(new Date(row.at));
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return days;
}

function Entry({ entry }: { entry: AuditRow }) {
  const styles = useStyles();
  const { at, actor, sentence, tenant, data, subjectType, subjectId } = entry;
  const details = JSON.stringify({ subject: `${subjectType} ${subjectId}`, ...toObject(data) }, null, 2);
  return (
    <li className={styles.entry}>
      <span className={styles.words}>
        <strong>{actor?.displayName ?? texts.audit.system}</strong> {sentence}
        {subjectType === 'operation_run' && (
          <>
            {' '}
            <AppLink href={paths.run(subjectId)}>{subjectId}</AppLink>
          </>
        )}
        {tenant !== null && (
          <>
            {' · '}
            <AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>
          </>
        )}
      </span>
      <Quiet>
        <RelativeTime at={at} />
      </Quiet>
      <div className={styles.details}>
        <Disclosure summary={texts.audit.details}>
          <pre className={styles.data} tabIndex={0}>
            {details}
          </pre>
          <CopyButton text={details} label={texts.audit.copy} compact />
        </Disclosure>
      </div>
    </li>
  );
}

const toObject = (data: unknown): object => (typeof data === 'object' && data !== null ? data : {});
