import { useQuery } from '@apollo/client/react';
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { BookInformationRegular } from '@fluentui/react-icons/svg/book-information';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { signOut } from '../../api/session.ts';
import { graphql } from '../../gql/gql.ts';
import { paths, routes, workspaceIdIn } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { Initials } from '../../ui/initials.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { showToast } from '../../ui/show-toast.ts';
import { Stack } from '../../ui/stack.tsx';
import { toThemeName, useTheme } from './theme.ts';
import { useLastWorkspace } from '../page/last-workspace.ts';

const CreateWorkspaceDialog = lazy(async () => ({
  default: (await import('./create-workspace-dialog.tsx')).CreateWorkspaceDialog,
}));

const AccountMenusQuery = graphql(`
  query AccountMenus {
    viewer {
      createWorkspaceRefusal
      user {
        id
        displayName
        email
      }
      workspaces {
        id
        name
        role
      }
    }
  }
`);

const useStyles = makeStyles({
  workspace: { minWidth: 0, flexShrink: 1 },
  workspaceName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  account: { minWidth: 'auto', padding: tokens.spacingHorizontalXXS },
  who: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    marginBottom: tokens.spacingVerticalXS,
  },
});

/** As often as a person would press a button to try again (ms). */
const refetchAfterMs = 5_000;

/** Both menus ask the same at the same time, which is one request. They have no button to try again: they retry automatically. */
function useViewer() {
  const { data, error, refetch } = useQuery(AccountMenusQuery, { fetchPolicy: 'cache-first' });
  useEffect(() => {
    if (error === undefined) return undefined;
    const timer = setInterval(() => void refetch().catch(() => null), refetchAfterMs);
    return () => clearInterval(timer);
  }, [error, refetch]);
  return data?.viewer;
}

export function WorkspaceMenu() {
  const styles = useStyles();
  const viewer = useViewer();
  const [pathname, navigate] = useLocation();
  const last = useLastWorkspace();
  const [creating, setCreating] = useState(false);
  if (viewer === undefined) return null;
  const currentId = workspaceIdIn(pathname) ?? last;
  const current = viewer.workspaces.find(({ id }) => id === currentId);
  return (
    <>
      <Menu
        checkedValues={{ workspace: current === undefined ? [] : [current.id] }}
        onCheckedValueChange={(_event, { checkedItems: [id] }) =>
          id !== undefined && navigate(paths.workspace(id))
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" className={styles.workspace}>
            <span className={styles.workspaceName}>{current?.name ?? texts.shell.chooseWorkspace}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {viewer.workspaces.map(({ id, name }) => (
              <MenuItemRadio key={id} name="workspace" value={id}>
                {name}
              </MenuItemRadio>
            ))}
            {viewer.createWorkspaceRefusal === null && (
              <MenuItem onClick={() => setCreating(true)}>{texts.shell.newWorkspace}</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {creating && (
        <Suspense>
          <CreateWorkspaceDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  );
}

export function PersonMenu({ onHelp }: { onHelp: () => void }) {
  const styles = useStyles();
  const viewer = useViewer();
  const [, navigate] = useLocation();
  const { chosen, choose } = useTheme();
  if (viewer === undefined) return null;
  const { displayName, email } = viewer.user;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          shape="circular"
          className={styles.account}
          aria-label={texts.shell.account(displayName)}
        >
          <Initials name={displayName} />
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <Stack className={styles.who}>
          <strong>{displayName}</strong>
          <Quiet small>{email}</Quiet>
        </Stack>
        <MenuList
          checkedValues={{ theme: [chosen ?? 'system'] }}
          onCheckedValueChange={(_event, { checkedItems: [name] }) => choose(toThemeName(name))}
        >
          <MenuItem icon={<KeyRegular />} onClick={() => navigate(routes.apiTokens)}>
            {texts.shell.apiTokens}
          </MenuItem>
          <MenuItem icon={<BookInformationRegular />} onClick={() => navigate(routes.reasons)}>
            {texts.shell.reasons}
          </MenuItem>
          <MenuItem icon={<KeyboardRegular />} onClick={onHelp}>
            {texts.shell.help}
          </MenuItem>
          <MenuDivider />
          <ThemeChoices />
          <MenuDivider />
          <MenuItem icon={<SignOutRegular />} onClick={() => void leave()}>
            {texts.shell.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

async function leave(): Promise<void> {
  const problem = await signOut();
  if (problem !== null) showToast({ tone: 'DANGER', title: texts.shell.notSignedOut, body: problem });
}

const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;

function ThemeChoices() {
  return (
    <MenuGroup>
      <MenuGroupHeader>{texts.shell.theme}</MenuGroupHeader>
      {themeChoices.map((choice) => (
        <MenuItemRadio key={choice} name="theme" value={choice}>
          {texts.shell.themes[choice]}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
