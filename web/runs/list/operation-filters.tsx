import { Button } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { OperationRunOutcome, OperationRunStatus } from '../../gql/graphql.ts';
import { TenantChoice } from '../../tenants/choice/tenant-choice.tsx';
import { texts } from '../../texts.ts';
import { toBadgeOptions } from '../../ui/badge-options.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { oneOf, useFilterParams, type FilterParams } from '../../ui/filter-params.ts';

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
  const params = useFilterParams();
  const type = params.get('type') || null;
  const filter: OperationFilter = {
    type: types === null || types.includes(type ?? '') ? type : null,
    status: oneOf(params.get('status'), statuses),
    outcome: oneOf(params.get('outcome'), outcomes),
    tenantId: params.get('tenant') || null,
  };
  return {
    filter,
    params,
    ignored: params.ignored({ type: filter.type, status: filter.status, outcome: filter.outcome }),
    isFiltered: Object.values(filter).some((value) => value !== null),
  };
}

export interface OperationFiltersProps {
  readonly workspaceId: string;
  readonly filter: OperationFilter;
  readonly params: FilterParams;
  readonly tenant: { readonly id: string; readonly name: string } | null;
  readonly types: readonly FragmentType<typeof OperationFilterTypesFragment>[];
  readonly badges: readonly FragmentType<typeof OperationFilterBadgesFragment>[];
}

export function OperationFilters(props: OperationFiltersProps) {
  const { workspaceId, filter, params, tenant, types, badges } = props;
  const labels = readFragment(OperationFilterBadgesFragment, badges);
  const typeOptions = readFragment(OperationFilterTypesFragment, types).map(({ type, label }) => ({
    value: type,
    label,
  }));
  const { type, allTypes, status, allStatuses, outcome, allOutcomes, clear } = texts.operations;
  return (
    <FilterBar label={texts.operations.filters}>
      <FilterSelect
        label={type}
        all={allTypes}
        value={filter.type}
        options={typeOptions}
        onChange={(value) => params.set('type', value)}
      />
      <FilterSelect
        label={status}
        all={allStatuses}
        value={filter.status}
        options={toBadgeOptions(labels, 'operation_run_status', statuses)}
        onChange={(value) => params.set('status', value?.toLowerCase() ?? null)}
      />
      <FilterSelect
        label={outcome}
        all={allOutcomes}
        value={filter.outcome}
        options={toBadgeOptions(labels, 'operation_run_outcome', outcomes)}
        onChange={(value) => params.set('outcome', value?.toLowerCase() ?? null)}
      />
      <TenantChoice
        workspaceId={workspaceId}
        chosen={tenant}
        none={texts.tenantChoice.any}
        onChoose={({ id }) => params.set('tenant', id)}
        onClear={() => params.set('tenant', null)}
      />
      {Object.values(filter).some((value) => value !== null) && (
        <Button appearance="subtle" onClick={params.clear}>
          {clear}
        </Button>
      )}
    </FilterBar>
  );
}
