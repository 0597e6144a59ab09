import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { textOf } from './filter-params.ts';

const useStyles = makeStyles({ box: { width: '280px', minWidth: 0, maxWidth: '100%' } });

export interface SearchFieldProps {
  /** What is searched; also what the empty field says. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The page's search: the key / leads to it (app/shell/shortcuts.ts). */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <SearchBox
      className={useStyles().box}
      size="medium"
      value={value}
      placeholder={label}
      aria-label={label}
      data-shortcut="search"
      onChange={(_event, { value: typed }) => onChange(typed)}
    />
  );
}

/** Shorter than the pause after a word, longer than the one between two letters. */
export const pauseMs = 250;

export interface SettledSearchProps {
  readonly label: string;
  /** What is searched for now; null: nothing. */
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}

/** The same for a search that is in the address: it follows when the typing pauses. */
export function SettledSearch({ label, search, onSearch }: SettledSearchProps) {
  const [text, setText] = useState(search ?? '');
  // The address changed by other means: a link, "show all", back.
  useEffect(() => setText(search ?? ''), [search]);
  useEffect(() => {
    const wanted = textOf(text);
    if (wanted === search) return undefined;
    const timer = setTimeout(() => onSearch(wanted), pauseMs);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  return <SearchField label={label} value={text} onChange={setText} />;
}
