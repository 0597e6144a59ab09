import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { OperationRunOutcome, OperationRunStatus } from '../../gql/graphql.ts';
import { tenantIdIn } from '../../paths.ts';
import { ListFilters } from '../../tenants/choice/list-filters.tsx';
import { texts } from '../../texts.ts';
import { toBadgeOptions } from '../../ui/badge-options.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { useFilters } from '../../ui/filter-params.ts';

const OperationFilterTypesFragment = graphql(`
  fragment OperationFilterTypes on OperationType {
    type
    label
  }
`);

const OperationFilterBadgesFragment = graphql(`
  fragment OperationFilterBadges on BadgeDomain {
    name
    definitions {
      value
      badge {
        label
      }
    }
  }
`);

const statuses = ['QUEUED', 'RUNNING', 'COMPLETED'] as const satisfies OperationRunStatus[];
const outcomes = [
  'SUCCEEDED',
  'PARTIALLY_SUCCEEDED',
  'FAILED',
  'BLOCKED',
  'CANCELLED',
] as const satisfies OperationRunOutcome[];

export interface OperationFilter {
  readonly type: string | null;
  readonly status: OperationRunStatus | null;
  readonly outcome: OperationRunOutcome | null;
  readonly tenantId: string | null;
}

/** `types`: those of the registry; null until it is known. The API refuses any other. */
export function useOperationFilter(types: readonly string[] | null) {
  const { params, chosen, choose } = useFilters({ status: statuses, outcome: outcomes });
  const wanted = params.get('type') || null;
  const type = types === null || types.includes(wanted ?? '') ? wanted : null;
  const filter: OperationFilter = { type, ...chosen, tenantId: tenantIdIn(params) };
  return {
    filter,
    params,
    choose,
    ignored: params.ignored({ type, ...chosen }),
    isFiltered: Object.values(filter).some((value) => value !== null),
  };
}

export interface OperationFiltersProps {
  readonly workspaceId: string;
  readonly filtering: ReturnType<typeof useOperationFilter>;
  readonly tenant: { readonly id: string; readonly name: string } | null;
  readonly types: readonly FragmentType<typeof OperationFilterTypesFragment>[];
  readonly badges: readonly FragmentType<typeof OperationFilterBadgesFragment>[];
}

export function OperationFilters(props: OperationFiltersProps) {
  const { workspaceId, filtering, tenant, types, badges } = props;
  const { filter, params, choose, isFiltered } = filtering;
  const labels = readFragment(OperationFilterBadgesFragment, badges);
  const options = readFragment(OperationFilterTypesFragment, types).map(({ type, label }) => ({
    value: type,
    label,
  }));
  const words = texts.operations;
  return (
    <ListFilters
      label={words.filters}
      workspaceId={workspaceId}
      params={params}
      tenant={tenant}
      isFiltered={isFiltered}
      clear={words.clear}
    >
      <FilterSelect
        label={words.type}
        all={words.allTypes}
        value={filter.type}
        options={options}
        onChange={(value) => params.set('type', value)}
      />
      <FilterSelect
        label={words.status}
        all={words.allStatuses}
        value={filter.status}
        options={toBadgeOptions(labels, 'operation_run_status', statuses)}
        onChange={choose('status')}
      />
      <FilterSelect
        label={words.outcome}
        all={words.allOutcomes}
        value={filter.outcome}
        options={toBadgeOptions(labels, 'operation_run_outcome', outcomes)}
        onChange={choose('outcome')}
      />
    </ListFilters>
  );
}
