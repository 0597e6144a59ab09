import { Button } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { textOf, useFilterParams } from '../ui/filter-params.ts';
import { FilterSelect } from '../ui/filter-select.tsx';
import { SettledSearch } from '../ui/search-field.tsx';

/** What of a tenant's policies is shown: kept in the address. */
export function usePolicyFilter() {
  const params = useFilterParams();
  const kind = params.get('kind')?.toUpperCase() ?? null;
  const search = textOf(params.get('search'));
  const includeGone = params.get('removed') === '1';
  return { params, kind, search, includeGone, isFiltered: kind !== null || search !== null || includeGone };
}

export interface PolicyFiltersProps {
  readonly filter: ReturnType<typeof usePolicyFilter>;
  readonly kinds: readonly { readonly kind: string; readonly label: string }[];
}

export function PolicyFilters({ filter, kinds }: PolicyFiltersProps) {
  const { params, kind, search, includeGone, isFiltered } = filter;
  const words = texts.configuration;
  return (
    <FilterBar label={words.filters}>
      <SettledSearch label={words.search} search={search} onSearch={(text) => params.set('search', text)} />
      <FilterSelect
        label={words.kind}
        all={words.allKinds}
        value={kind}
        options={kinds.map((one) => ({ value: one.kind, label: one.label }))}
        onChange={(chosen) => params.set('kind', chosen?.toLowerCase() ?? null)}
      />
      <FilterSelect
        label={words.removed}
        all={words.withoutRemoved}
        value={includeGone ? '1' : null}
        options={[{ value: '1', label: words.withRemoved }]}
        onChange={(chosen) => params.set('removed', chosen)}
      />
      {isFiltered && (
        <Button appearance="subtle" onClick={params.clear}>
          {words.clear}
        </Button>
      )}
    </FilterBar>
  );
}
