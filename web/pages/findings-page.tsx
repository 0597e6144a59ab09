import { useQuery } from '@apollo/client/react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import { useOnOutdated } from '../api/live.tsx';
import { FindingTable } from '../findings/finding-table.tsx';
import { graphql } from '../gql/gql.ts';
import type {
  FindingSeverity,
  FindingsPageQuery as FindingsPageData,
  FindingStatus,
} from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { useDocumentHead } from '../ui/document-head.ts';
import { FilterSelect } from '../ui/filter-select.tsx';
import { oneOf, useFilterParams } from '../ui/filter-params.ts';
import { AppLink } from '../ui/links.tsx';
import { ListBones } from '../ui/list-bones.tsx';
import { Message } from '../ui/message.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { rememberWorkspace } from '../workspace/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from './page-problem.tsx';

const FindingsPageQuery = graphql(`
  query FindingsPage(
    $id: ID!
    $first: Int!
    $after: String
    $severity: [FindingSeverity!]
    $status: [FindingStatus!]
    $tenantId: ID
  ) {
    badgeCatalog {
      name
      definitions {
        value
        badge {
          label
        }
      }
    }
    workspace(id: $id) {
      id
      name
      findings(first: $first, after: $after, severity: $severity, status: $status, tenantId: $tenantId) {
        edges {
          cursor
        }
        ...FindingTable
      }
    }
  }
`);

/** Two screens of rows. */
const findingsPage = 50;
/** The API's largest page. */
const largestPage = 100;

const severities = ['HIGH', 'MEDIUM', 'LOW'] as const satisfies FindingSeverity[];
const everyStatus = 'all';
const statuses = ['NEW', 'ACKNOWLEDGED'] as const satisfies FindingStatus[];

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

function useFindingFilter() {
  const params = useFilterParams();
  return {
    params,
    severity: oneOf(params.get('severity'), severities),
    // What nobody has dealt with is what one comes for; `all` takes that away.
    status: params.get('status') === everyStatus ? null : (oneOf(params.get('status'), statuses) ?? 'NEW'),
    tenantId: params.get('tenant'),
  };
}

export function FindingsPage({ id }: { id: string }) {
  const { params, severity, status, tenantId } = useFindingFilter();
  const { data, previousData, error, refetch, fetchMore } = useQuery(FindingsPageQuery, {
    variables: {
      id,
      first: findingsPage,
      severity: severity && [severity],
      status: status && [status],
      tenantId,
    },
  });
  const shown = data ?? previousData;
  const workspace = shown?.workspace;
  const rows = workspace?.findings.edges.length ?? 0;
  // Asks for as many rows as are shown, so that the list does not fold up under the reader.
  const askAgain = useCallback(
    () => void refetch({ first: Math.min(Math.max(rows, findingsPage), largestPage) }),
    [refetch, rows],
  );
  const panel = useRef<HTMLElement>(null);
  useOnOutdated(askAgain);
  useDocumentHead(texts.findings.title);
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);

  const { title, lead, panel: panelTitle } = texts.findings;
  if (shown == null || workspace == null) {
    if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
    return <ListBones title={title} panel={panelTitle} />;
  }
  const isFiltered = severity !== null || status !== 'NEW' || tenantId !== null;
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
        below={lead}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <Panel
        title={panelTitle}
        ref={panel}
        aside={<Filters badges={shown.badgeCatalog} isFiltered={isFiltered} />}
      >
        {rows > 0 ? (
          <FindingTable
            findings={workspace.findings}
            onMore={(after) => fetchMore({ variables: { after } })}
            // The row's button is gone, and with the filter the row: the list takes the focus.
            onAcknowledged={() => {
              askAgain();
              panel.current?.focus();
            }}
          />
        ) : (
          <NoFindings
            isFiltered={isFiltered}
            onClear={params.clear}
            onAll={() => params.set('status', everyStatus)}
          />
        )}
      </Panel>
    </Page>
  );
}

function toStatusParam(status: FindingStatus | null): string | null {
  if (status === null) return everyStatus;
  return status === 'NEW' ? null : status.toLowerCase();
}

interface NoFindingsProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onAll: () => void;
}

function NoFindings({ isFiltered, onClear, onAll }: NoFindingsProps) {
  const { none, noneAbout, noMatch, noMatchAbout, clear, all } = texts.findings;
  if (!isFiltered) {
    return (
      <Message
        badge={{ color: 'NEUTRAL', icon: 'checkmark-circle' }}
        title={none}
        about={noneAbout}
        actions={<Button onClick={onAll}>{all}</Button>}
      />
    );
  }
  return (
    <Message
      badge={{ color: 'NEUTRAL', icon: 'question-circle' }}
      title={noMatch}
      about={noMatchAbout}
      actions={<Button onClick={onClear}>{clear}</Button>}
    />
  );
}

interface FiltersProps {
  readonly badges: FindingsPageData['badgeCatalog'];
  readonly isFiltered: boolean;
}

/** The words are those of the API's badges, so that a filter and what it finds say the same. */
function Filters({ badges, isFiltered }: FiltersProps) {
  const styles = useStyles();
  const { params, severity, status, tenantId } = useFindingFilter();
  const optionsOf = <Value extends string>(domain: string, values: readonly Value[]) => {
    const definitions = badges.find(({ name }) => name === domain)?.definitions ?? [];
    return values.map((value) => ({
      value,
      label: definitions.find((definition) => definition.value === value.toLowerCase())?.badge.label ?? value,
    }));
  };
  return (
    <div className={styles.filters}>
      <FilterSelect
        label={texts.findings.severity}
        all={texts.findings.allSeverities}
        value={severity}
        options={optionsOf('finding_severity', severities)}
        onChange={(value) => params.set('severity', value?.toLowerCase() ?? null)}
      />
      <FilterSelect
        label={texts.findings.status}
        all={texts.findings.allStatuses}
        value={status}
        options={optionsOf('finding_status', statuses)}
        onChange={(value) => params.set('status', toStatusParam(value))}
      />
      {tenantId !== null && <span>{texts.findings.tenantOnly}</span>}
      {isFiltered && (
        <Button appearance="subtle" onClick={params.clear}>
          {texts.findings.clear}
        </Button>
      )}
    </div>
  );
}
