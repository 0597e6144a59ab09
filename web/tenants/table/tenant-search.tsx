import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { texts } from '../../texts.ts';
import { textOf } from '../../ui/filter-params.ts';

/** Shorter than the pause after a word, longer than the one between two letters. */
const pauseMs = 250;

const useStyles = makeStyles({ box: { width: '280px', minWidth: 0, maxWidth: '100%' } });

export interface TenantSearchProps {
  readonly search: string | null;
  readonly onSearch: (search: string | null) => void;
}

export function TenantSearch({ search, onSearch }: TenantSearchProps) {
  const styles = useStyles();
  const [text, setText] = useState(search ?? '');
  // The address changed by other means: a link, "show all", back.
  useEffect(() => setText(search ?? ''), [search]);
  useEffect(() => {
    const wanted = textOf(text);
    if (wanted === search) return undefined;
    const timer = setTimeout(() => onSearch(wanted), pauseMs);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  return (
    <SearchBox
      className={styles.box}
      size="medium"
      value={text}
      placeholder={texts.workspace.search}
      aria-label={texts.workspace.search}
      data-shortcut="search"
      onChange={(_event, { value }) => setText(value)}
    />
  );
}
