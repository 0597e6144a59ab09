import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface Column<Row> {
  /** The column's name; read out with each cell, also where the head is not shown. */
  readonly title: string;
  /** As in CSS's grid-template-columns. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its cells say little without the column's name: it stands before them where the head is not shown. */
  readonly named?: boolean;
}

const narrow = '@media (max-width: 860px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'var(--columns)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  head: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    // Visually hidden rather than removed: the cells keep their column names for screen readers.
    [narrow]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  body: {
    minHeight: '36px',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  cell: { minWidth: 0, overflowWrap: 'anywhere', ':empty': { [narrow]: { display: 'none' } } },
  named: {
    [narrow]: { '::before': { content: "attr(data-title) ': '", color: tokens.colorNeutralForeground3 } },
  },
});

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** Columns side by side where there is room for them, else one small card per row. Belongs into a Panel. */
export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  const styles = useStyles();
  // By a variable, since each table has its own columns and a narrow window has none.
  const geometry = { ['--columns' as string]: columns.map(({ width }) => width).join(' ') };
  return (
    <div role="table" aria-label={label} style={geometry}>
      <div role="row" className={mergeClasses(styles.row, styles.head)}>
        {columns.map(({ title }) => (
          <div key={title} role="columnheader">
            {title}
          </div>
        ))}
      </div>
      {rows.map((row) => (
        <div key={rowKey(row)} role="row" className={mergeClasses(styles.row, styles.body)}>
          {columns.map(({ title, cell, named = false }) => (
            <div
              key={title}
              role="cell"
              data-title={title}
              className={mergeClasses(styles.cell, named && styles.named)}
            >
              {cell(row)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
