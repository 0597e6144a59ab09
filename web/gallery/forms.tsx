import { useState } from 'react';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { Panel } from '../ui/panel.tsx';

const statuses = [
  { value: 'NEW', label: 'New' },
  { value: 'ACKNOWLEDGED', label: 'Acknowledged' },
] as const;
type Status = (typeof statuses)[number]['value'];

/** What is typed and chosen. */
export function Forms({ theme }: { theme: string }) {
  const [text, setText] = useState('Contoso');
  const [chosen, setChosen] = useState<Status>('NEW');
  const [filter, setFilter] = useState<Status | null>(null);
  const filters = (
    <FilterSelect
      label="Status"
      value={filter}
      all="All statuses"
      options={[...statuses]}
      onChange={setFilter}
    />
  );
  return (
    <Panel title={`Fields, ${theme}`} aside={filters}>
      <TextField label="Name" hint="What you call this customer." value={text} onChange={setText} />
      <TextField label="Domain" problem="Required." value="" onChange={setText} />
      <TextAreaField label="Reason" value={text} onChange={setText} />
      <SelectField label="Kind" value={chosen} options={[...statuses]} onChange={setChosen} />
    </Panel>
  );
}
