import { makeStyles, SearchBox } from '@fluentui/react-components';

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
