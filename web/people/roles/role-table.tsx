import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { texts } from '../../texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { allCapabilities, type Role } from './roles.ts';

const narrow = '@media (max-width: 480px)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    '& svg': { fontSize: '16px', verticalAlign: 'middle', color: tokens.colorStatusSuccessForeground1 },
    [narrow]: { fontSize: tokens.fontSizeBase100 },
    // Beside each other the names of the roles do not fit: they would be torn apart.
    '&[scope=col]:not(:first-child)': { [narrow]: { writingMode: 'vertical-rl', verticalAlign: 'bottom' } },
  },
  first: {
    width: '44%',
    paddingInlineStart: tokens.spacingHorizontalL,
    textAlign: 'start',
    [narrow]: { width: '38%', paddingInlineStart: tokens.spacingHorizontalM },
  },
  head: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  none: { color: tokens.colorNeutralForeground3 },
});

/** Made from the API's catalog, so that it says exactly what is enforced. */
export function RoleTable({ roles }: { roles: readonly Role[] }) {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <Panel title={texts.people.roleTable}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.first)}>
              {texts.people.capability}
            </th>
            {roles.map(({ role, label }) => (
              <th key={role} scope="col" className={head}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {allCapabilities(roles).map(({ capability, label }) => (
            <tr key={capability} className={styles.row}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {label}
              </th>
              {roles.map(({ role, capabilities }) => (
                <td key={role} className={styles.cell}>
                  <Mark allowed={capabilities.some((one) => one.capability === capability)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  const styles = useStyles();
  return (
    <>
      {allowed ? (
        <CheckmarkRegular aria-hidden />
      ) : (
        <span className={styles.none} aria-hidden>
          –
        </span>
      )}
      <VisuallyHidden>{allowed ? texts.people.allowed : texts.people.notAllowed}</VisuallyHidden>
    </>
  );
}
