import { useEffect, useState } from 'react';
import { texts } from '../../texts.ts';
import { textOf } from '../../ui/filter-params.ts';
import { SearchField } from '../../ui/search-field.tsx';

/** Shorter than the pause after a word, longer than the one between two letters. */
const pauseMs = 250;

export interface TenantSearchProps {
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}

export function TenantSearch({ search, onSearch }: TenantSearchProps) {
  const [text, setText] = useState(search ?? '');
  // The address changed by other means: a link, "show all", back.
  useEffect(() => setText(search ?? ''), [search]);
  useEffect(() => {
    const wanted = textOf(text);
    if (wanted === search) return undefined;
    const timer = setTimeout(() => onSearch(wanted), pauseMs);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  return <SearchField label={texts.workspace.search} value={text} onChange={setText} />;
}
