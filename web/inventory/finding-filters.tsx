import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { FindingSeverity, FindingStatus } from '../gql/graphql.ts';
import { tenantIdIn } from '../paths.ts';
import { ListFilters } from '../tenants/choice/list-filters.tsx';
import { texts } from '../texts.ts';
import { useFilters } from '../ui/filter-params.ts';
import { toBadgeOptions } from '../ui/badge-options.ts';
import { FilterSelect } from '../ui/filter-select.tsx';

const FindingFilterBadgesFragment = graphql(`
  fragment FindingFilterBadges on BadgeDomain {
    name
    definitions {
      value
      badge {
        label
      }
    }
  }
`);

const severities = ['HIGH', 'MEDIUM', 'LOW'] as const satisfies FindingSeverity[];
const everyStatus = 'ALL';
const statuses = ['NEW', 'ACKNOWLEDGED'] as const satisfies FindingStatus[];

export interface FindingFilter {
  readonly severity: FindingSeverity | null;
  /** null: both. */
  readonly status: FindingStatus | null;
  readonly tenantId: string | null;
}

export function useFindingFilter() {
  const { params, chosen, choose } = useFilters({ severity: severities, status: [...statuses, everyStatus] });
  const { severity } = chosen;
  // Unhandled findings are what one comes for.
  const status = chosen.status ?? 'NEW';
  const tenantId = tenantIdIn(params);
  const filter: FindingFilter = { severity, status: status === everyStatus ? null : status, tenantId };
  return {
    filter,
    params,
    chooseSeverity: choose('severity'),
    chooseStatus: (value: FindingStatus | null) =>
      choose('status')(value === 'NEW' ? null : (value ?? everyStatus)),
    ignored: params.ignored(chosen),
    /** The tenant aside: without findings it is no less the tenant one asked about. */
    isNarrowed: severity !== null || status !== 'NEW',
    showAll: () => choose('status')(everyStatus),
  };
}

export interface FindingFiltersProps {
  readonly workspaceId: string;
  readonly filtering: ReturnType<typeof useFindingFilter>;
  readonly tenant: { readonly id: string; readonly name: string } | null;
  readonly badges: readonly FragmentType<typeof FindingFilterBadgesFragment>[];
}

export function FindingFilters({ workspaceId, filtering, tenant, badges }: FindingFiltersProps) {
  const labels = readFragment(FindingFilterBadgesFragment, badges);
  const { filter, params, isNarrowed, chooseSeverity, chooseStatus } = filtering;
  const words = texts.findings;
  return (
    <ListFilters
      label={words.filters}
      workspaceId={workspaceId}
      params={params}
      tenant={tenant}
      isFiltered={isNarrowed || filter.tenantId !== null}
      clear={words.clear}
    >
      <FilterSelect
        label={words.severity}
        all={words.allSeverities}
        value={filter.severity}
        options={toBadgeOptions(labels, 'finding_severity', severities)}
        onChange={chooseSeverity}
      />
      <FilterSelect
        label={words.status}
        all={words.allStatuses}
        value={filter.status}
        options={toBadgeOptions(labels, 'finding_status', statuses)}
        onChange={chooseStatus}
      />
    </ListFilters>
  );
}
