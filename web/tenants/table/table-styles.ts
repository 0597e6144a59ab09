import { makeStyles, tokens } from '@fluentui/react-components';
import { surface } from '../../ui/surface.ts';
import { visuallyHidden } from '../../ui/visually-hidden.tsx';

/** Columns side by side where there is room for them, else one small card per tenant. */
export const narrow = '@media (max-width: 860px)';
/** The two kinds of card exclude each other: which of two rules that both hold wins is not for us to say. */
const card = '@media (min-width: 481px) and (max-width: 860px)';
const smallCard = '@media (max-width: 480px)';

/** The geometry of the tenants table, shared by its head, its rows and its skeleton so that they cannot differ. */
export const useTableStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 5fr) minmax(0, 3fr) minmax(0, 5fr) 112px',
    gridTemplateAreas: '"select name readiness latest actions"',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `0 ${tokens.spacingHorizontalL}`,
    [card]: {
      gridTemplateColumns: '24px auto minmax(0, 1fr) auto',
      gridTemplateAreas: '"select name name actions" ". readiness latest latest"',
    },
    [smallCard]: {
      gridTemplateColumns: '24px minmax(0, 1fr) auto',
      gridTemplateAreas: '"select name actions" ". readiness readiness" ". latest latest"',
    },
    [narrow]: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  },
  headRow: {
    minHeight: '36px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    // One above the other there are no columns to name; what is left are the ways to sort and to select.
    [narrow]: {
      display: 'flex',
      flexWrap: 'wrap',
      paddingTop: 0,
      paddingBottom: 0,
    },
  },
  bodyRow: {
    minHeight: '52px',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    // Thousands of rows: those out of sight are not laid out. The height is the usual one (px).
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 52px',
  },
  selected: {
    backgroundColor: surface.selected,
    ':hover': { backgroundColor: surface.selected },
  },
  // The box stands on the edge of the column; its target reaches beyond it.
  select: { gridArea: 'select', display: 'flex', justifyContent: 'center' },
  name: { gridArea: 'name', minWidth: 0 },
  readiness: {
    gridArea: 'readiness',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  latest: { gridArea: 'latest', minWidth: 0 },
  actions: { gridArea: 'actions', display: 'flex', justifyContent: 'flex-end' },
  // Visually hidden rather than removed: the cells keep their column's name for screen readers.
  actionsHead: { [narrow]: visuallyHidden },
});
