import { useState } from 'react';
import { FilterBar } from '../ui/filter-bar.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { IgnoredFilters } from '../ui/ignored-filters.tsx';
import { OptionSelect } from '../ui/option-select.tsx';
import { Panel } from '../ui/panel.tsx';
import { RowCheckbox } from '../ui/row-checkbox.tsx';
import { SearchField, SettledSearch } from '../ui/search-field.tsx';
import { Stack } from '../ui/stack.tsx';
import { noop, Row } from './sample.tsx';

const statuses = [
  { value: 'NEW', label: 'New' },
  { value: 'ACKNOWLEDGED', label: 'Acknowledged' },
] as const;
type Status = (typeof statuses)[number]['value'];

/** What is typed and chosen. */
export function Fields() {
  const [text, setText] = useState('Contoso');
  const [chosen, setChosen] = useState<Status>('NEW');
  const [filter, setFilter] = useState<Status | null>(null);
  return (
    <>
      <Panel title="Fields">
        <Stack gap="M" padded>
          <TextField label="Name" hint="What you call this customer." value={text} onChange={setText} />
          <TextField label="Domain" problem="Required." required value="" onChange={setText} />
          <TextField label="Client secret" type="password" value={text} onChange={setText} />
          <TextAreaField label="Reason" value={text} onChange={setText} />
          <SelectField label="Kind" value={chosen} options={[...statuses]} onChange={setChosen} />
        </Stack>
      </Panel>
      <Panel title="Filters">
        <Row>
          <FilterBar label="Show">
            <SearchField label="Search names" value={text} onChange={setText} />
            <SettledSearch label="Search policies" search={null} onSearch={noop} />
            <FilterSelect
              label="Status"
              value={filter}
              all="All statuses"
              options={[...statuses]}
              onChange={setFilter}
            />
          </FilterBar>
          <OptionSelect label="Sort" value={chosen} options={[...statuses]} onChange={setChosen} />
        </Row>
        <Row>
          <RowCheckbox label="Not selected" checked={false} onToggle={noop} />
          <RowCheckbox label="Selected" checked onToggle={noop} />
          <RowCheckbox label="Some selected" checked={false} mixed onToggle={noop} />
          <RowCheckbox label="Cannot be selected" checked={false} disabled onToggle={noop} />
        </Row>
        <IgnoredFilters ignored={['status=sleeping']} />
      </Panel>
    </>
  );
}
