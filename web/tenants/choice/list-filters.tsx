import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { rowOf } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import type { FilterParams } from '../../ui/filter-params.ts';
import { TenantChoice } from './tenant-choice.tsx';

export interface ListFiltersProps {
  /** Of the bar. */
  readonly label: string;
  readonly workspaceId: string;
  readonly params: FilterParams;
  readonly tenant: { readonly id: string; readonly name: string } | null;
  /** Whether any filter is set, and what it is called to take them all away. */
  readonly isFiltered: boolean;
  readonly clear: string;
  /** The list's own filters, before the one by tenant that all have. */
  readonly children: ReactNode;
}

/** The filters of a workspace's list. */
export function ListFilters(props: ListFiltersProps) {
  const { label, workspaceId, params, tenant, isFiltered, clear, children } = props;
  return (
    <FilterBar label={label}>
      {children}
      <TenantChoice
        workspaceId={workspaceId}
        chosen={tenant}
        none={texts.tenantChoice.any}
        onChoose={({ id }) => params.set('tenant', rowOf(id))}
        onClear={() => params.set('tenant', null)}
      />
      {isFiltered && (
        <Button appearance="subtle" onClick={params.clear}>
          {clear}
        </Button>
      )}
    </FilterBar>
  );
}
