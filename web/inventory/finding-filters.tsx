import { Button } from '@fluentui/react-components';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import type { FindingSeverity, FindingStatus } from '../gql/graphql.ts';
import { TenantChoice } from '../tenants/choice/tenant-choice.tsx';
import { texts } from '../texts.ts';
import { oneOf, useFilterParams, type FilterParams } from '../ui/filter-params.ts';
import { toBadgeOptions } from '../ui/badge-options.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
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
  const params = useFilterParams();
  const severity = oneOf(params.get('severity'), severities);
  const wanted = oneOf(params.get('status'), [...statuses, everyStatus]);
  // What nobody has dealt with is what one comes for.
  const status = wanted ?? 'NEW';
  const tenantId = params.get('tenant') || null;
  const filter: FindingFilter = { severity, status: status === everyStatus ? null : status, tenantId };
  return {
    filter,
    params,
    ignored: params.ignored({ severity, status: wanted }),
    /** The tenant aside: without findings it is no less the tenant one asked about. */
    isNarrowed: severity !== null || status !== 'NEW',
    showAll: () => params.set('status', everyStatus.toLowerCase()),
  };
}

function toStatusParam(status: FindingStatus | null): string | null {
  return status === 'NEW' ? null : (status ?? everyStatus).toLowerCase();
}

export interface FindingFiltersProps {
  readonly workspaceId: string;
  readonly filter: FindingFilter;
  readonly params: FilterParams;
  readonly tenant: { readonly id: string; readonly name: string } | null;
  readonly badges: readonly FragmentType<typeof FindingFilterBadgesFragment>[];
}

export function FindingFilters({ workspaceId, filter, params, tenant, badges }: FindingFiltersProps) {
  const labels = readFragment(FindingFilterBadgesFragment, badges);
  const { severity, status, tenantId } = filter;
  return (
    <FilterBar label={texts.findings.filters}>
      <FilterSelect
        label={texts.findings.severity}
        all={texts.findings.allSeverities}
        value={severity}
        options={toBadgeOptions(labels, 'finding_severity', severities)}
        onChange={(value) => params.set('severity', value?.toLowerCase() ?? null)}
      />
      <FilterSelect
        label={texts.findings.status}
        all={texts.findings.allStatuses}
        value={status}
        options={toBadgeOptions(labels, 'finding_status', statuses)}
        onChange={(value) => params.set('status', toStatusParam(value))}
      />
      <TenantChoice
        workspaceId={workspaceId}
        chosen={tenant}
        none={texts.tenantChoice.any}
        onChoose={({ id }) => params.set('tenant', id)}
        onClear={() => params.set('tenant', null)}
      />
      {(severity !== null || status !== 'NEW' || tenantId !== null) && (
        <Button appearance="subtle" onClick={params.clear}>
          {texts.findings.clear}
        </Button>
      )}
    </FilterBar>
  );
}
