import { texts } from '../texts.ts';
import { RowCheckbox } from './row-checkbox.tsx';
import type { Selection } from './selection.ts';

/** In the head of a table: everything that is shown and can be selected, or nothing. */
export function SelectAll({ selection: { ids, isAll, setAll }, disabled = false }: SelectAllProps) {
  return (
    <RowCheckbox
      label={texts.list.selectAll}
      checked={isAll}
      mixed={ids.length > 0 && !isAll}
      disabled={disabled}
      onToggle={() => setAll(!isAll)}
    />
  );
}

export interface SelectAllProps {
  readonly selection: Selection;
  /** There is nothing that could be selected. */
  readonly disabled?: boolean;
}
