import {
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ArchiveRegular } from '@fluentui/react-icons/svg/archive';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { StarRegular } from '@fluentui/react-icons/svg/star';
import { lazy, Suspense, useId, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { isOffered, reasonOf } from '../ui/availability.ts';
import { useRestoreTenant, useSetCurrentTenant } from './change-tenant.ts';
import { useStartOperation, type Operation } from '../runs/start/start-operation.ts';

const EditTenantDialog = lazy(async () => ({
  default: (await import('./edit-tenant-dialog.tsx')).EditTenantDialog,
}));
const ArchiveTenantDialog = lazy(async () => ({
  default: (await import('./archive-tenant-dialog.tsx')).ArchiveTenantDialog,
}));

const TenantMenuFragment = graphql(`
  fragment TenantMenu on Tenant {
    id
    name
    status
    isCurrent
    actions {
      ...Action
    }
    ...EditTenantDialog
  }
`);

const useStyles = makeStyles({
  // A reason is a sentence: it wraps instead of making the menu wider than a narrow window.
  list: { maxWidth: 'min(320px, calc(100vw - 32px))' },
  // Not the grey of what is disabled: the reason is there to be read.
  reason: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface TenantMenuProps {
  readonly tenant: FragmentType<typeof TenantMenuFragment>;
  /** The registry of operations: what of it can be started on a tenant is among the tenant's actions. */
  readonly operations: readonly Operation[];
}

/** Everything that can be done with the tenant, also what cannot be done now: with its reason. */
export function TenantMenu({ tenant, operations }: TenantMenuProps) {
  const styles = useStyles();
  const seen = readFragment(TenantMenuFragment, tenant);
  const { id, name, status, isCurrent, actions } = seen;
  const [, navigate] = useLocation();
  const buttonId = useId();
  const [dialog, setDialog] = useState<'edit' | 'archive' | null>(null);
  // The menu's item that opened the dialog is gone, so the focus cannot go back to it.
  const close = () => {
    setDialog(null);
    requestAnimationFrame(() => document.getElementById(buttonId)?.focus());
  };
  const start = useStartOperation(seen);
  const restore = useRestoreTenant(seen);
  const setCurrent = useSetCurrentTenant(seen);
  const why = (action: string) => reasonOf(actions, action, texts.tenant.notAllowed);
  const startable = operations.filter(({ type }) => isOffered(actions, type));
  const { current, edit, members, archive, menu } = texts.tenantActions;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton id={buttonId}>{menu}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList className={styles.list}>
            {startable.map((operation) => (
              <ActionItem
                key={operation.type}
                label={operation.label}
                icon={<ArrowSyncRegular />}
                reason={why(operation.type)}
                onClick={() => start(operation)}
              />
            ))}
            <MenuDivider />
            <ActionItem
              label={current}
              icon={<StarRegular />}
              reason={isCurrent ? texts.tenantActions.isCurrent : null}
              onClick={setCurrent}
            />
            <MenuItem icon={<PeopleRegular />} onClick={() => navigate(paths.tenantMembers(id))}>
              {members}
            </MenuItem>
            <MenuDivider />
            <ActionItem
              label={edit}
              icon={<EditRegular />}
              reason={why('manage_tenant')}
              onClick={() => setDialog('edit')}
            />
            {status === 'ARCHIVED' ? (
              <ActionItem
                label={texts.tenantActions.restore}
                icon={<ArchiveRegular />}
                reason={why('restore')}
                onClick={restore}
              />
            ) : (
              <ActionItem
                label={archive}
                icon={<ArchiveRegular />}
                reason={why('archive')}
                onClick={() => setDialog('archive')}
              />
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Suspense>
        {dialog === 'edit' && <EditTenantDialog tenant={seen} onClose={close} />}
        {dialog === 'archive' && <ArchiveTenantDialog id={id} name={name} onClose={close} />}
      </Suspense>
    </>
  );
}

interface ActionItemProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly reason: string | null;
  readonly onClick: () => void;
}

function ActionItem({ label, icon, reason, onClick }: ActionItemProps) {
  const styles = useStyles();
  return (
    <MenuItem
      icon={icon}
      disabled={reason !== null}
      onClick={onClick}
      {...(reason !== null && { subText: { children: reason, className: styles.reason } })}
    >
      {label}
    </MenuItem>
  );
}
