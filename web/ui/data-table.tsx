import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { texts } from '../texts.ts';
import { RowCheckbox } from './row-checkbox.tsx';
import { SelectAll } from './select-all.tsx';
import type { Selection } from './selection.ts';
import { surface } from './surface.ts';
import { visuallyHidden } from './visually-hidden.tsx';

export interface Column<Row> {
  /** The column's name; read out with each cell, also where the head is not shown. */
  readonly title: string;
  /** As in CSS's grid-template-columns. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its cells say little without the column's name: it stands before them where the head is not shown. */
  readonly named?: boolean;
}

/** Rows to act on several at once; keys are those of `rowKey`. */
export interface RowSelection<Row> {
  readonly selection: Selection;
  readonly canSelect: (row: Row) => boolean;
  /** Read out with the row's checkbox. */
  readonly nameOf: (row: Row) => string;
}

const narrow = '@media (max-width: 860px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'var(--columns)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    [narrow]: { gridTemplateColumns: 'var(--columns-narrow)' },
  },
  head: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  // Visually hidden rather than removed: the cells keep their column names for screen readers.
  headUnseen: { [narrow]: visuallyHidden },
  title: { [narrow]: visuallyHidden },
  body: {
    minHeight: '36px',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    // Rows out of sight are not laid out, and are still found, read out and tabbed to. The height is the usual one (px).
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 53px',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  selected: {
    backgroundColor: surface.selected,
    ':hover': { backgroundColor: surface.selected },
  },
  // The box stands on the edge of the column; its target reaches beyond it.
  select: { display: 'flex', justifyContent: 'center', [narrow]: { gridColumn: '1', gridRow: '1' } },
  selectAll: { display: 'none', [narrow]: { display: 'block', gridColumn: '2', gridRow: '1' } },
  cell: { minWidth: 0, overflowWrap: 'anywhere', ':empty': { [narrow]: { display: 'none' } } },
  besideSelect: { [narrow]: { gridColumn: '2' } },
  named: {
    [narrow]: { '::before': { content: "attr(data-title) ': '", color: tokens.colorNeutralForeground3 } },
  },
});

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly select?: RowSelection<Row>;
}

/** Columns side by side where there is room for them, else one small card per row. Belongs into a Panel. */
export function DataTable<Row>({ label, columns, rows, rowKey, select }: DataTableProps<Row>) {
  const boxes = select === undefined ? [] : ['24px'];
  // By variables, since each table has its own columns and a narrow window has none but the boxes.
  const geometry = {
    ['--columns' as string]: [...boxes, ...columns.map(({ width }) => width)].join(' '),
    ['--columns-narrow' as string]: [...boxes, 'minmax(0, 1fr)'].join(' '),
  };
  return (
    <div role="table" aria-label={label} style={geometry}>
      <Head
        columns={columns}
        selection={select?.selection}
        canSelect={rows.some((row) => select?.canSelect(row))}
      />
      {rows.map((row) => (
        <BodyRow
          key={rowKey(row)}
          id={rowKey(row)}
          row={row}
          columns={columns}
          box={boxOf(row, rowKey(row), select)}
          name={select?.nameOf(row) ?? ''}
          onToggle={select?.selection.toggle}
        />
      ))}
    </div>
  );
}

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly selection: Selection | undefined;
  readonly canSelect: boolean;
}

function Head<Row>({ columns, selection, canSelect }: HeadProps<Row>) {
  const styles = useStyles();
  const look = mergeClasses(styles.row, styles.head, selection === undefined && styles.headUnseen);
  return (
    <div role="row" className={look}>
      {selection !== undefined && (
        <div role="columnheader" className={styles.select}>
          <SelectAll selection={selection} disabled={!canSelect} />
        </div>
      )}
      {columns.map(({ title }) => (
        <div key={title} role="columnheader" className={styles.title}>
          {title}
        </div>
      ))}
      {selection !== undefined && (
        <span className={styles.selectAll} aria-hidden>
          {texts.list.selectAll}
        </span>
      )}
    </div>
  );
}

/** How a row's checkbox is; in one word, so that it is the same as long as nothing about it has changed. */
type Box = 'none' | 'disabled' | 'unchecked' | 'checked';

interface BodyRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly box: Box;
  /** Read out with the checkbox. */
  readonly name: string;
  /** The same function for all rows and at all times. */
  readonly onToggle: Selection['toggle'] | undefined;
}

function boxOf<Row>(row: Row, id: string, select: RowSelection<Row> | undefined): Box {
  if (select === undefined) return 'none';
  if (!select.canSelect(row)) return 'disabled';
  return select.selection.has(id) ? 'checked' : 'unchecked';
}

/** Memoised: the cache hands out the same object as long as nothing in the row has changed. */
const BodyRow = memo(BodyRowOf) as typeof BodyRowOf;

function BodyRowOf<Row>({ id, row, columns, box, name, onToggle }: BodyRowProps<Row>) {
  const styles = useStyles();
  const isSelected = box === 'checked';
  return (
    // Takes the focus of a button in it that goes (app/keep-focus.ts).
    <div
      role="row"
      tabIndex={-1}
      className={mergeClasses(styles.row, styles.body, isSelected && styles.selected)}
    >
      {box !== 'none' && (
        <div role="cell" className={styles.select}>
          <RowCheckbox
            label={texts.list.select(name)}
            checked={isSelected}
            disabled={box === 'disabled'}
            onToggle={(range) => onToggle?.(id, range)}
          />
        </div>
      )}
      {columns.map(({ title, cell, named = false }) => (
        <div
          key={title}
          role="cell"
          data-title={title}
          className={mergeClasses(styles.cell, box !== 'none' && styles.besideSelect, named && styles.named)}
        >
          {cell(row)}
        </div>
      ))}
    </div>
  );
}
