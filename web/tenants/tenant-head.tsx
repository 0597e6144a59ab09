import { lazy, Suspense } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { SkeletonBlock } from '../ui/skeleton.tsx';
import { AppLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-layout.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DirectoryId } from './directory-id.tsx';
import type { Operation } from '../runs/start/start-operation.ts';
import { VerifyButton } from '../runs/start/verify-button.tsx';

/** A menu is heavy and for a person who has seen the page. */
const TenantMenu = lazy(async () => ({ default: (await import('./tenant-menu.tsx')).TenantMenu }));

const TenantHeadFragment = graphql(`
  fragment TenantHead on Tenant {
    id
    name
    status
    statusBadge {
      ...Badge
    }
    graphTenantId
    isCurrent
    isCurrentBadge {
      ...Badge
    }
    readinessBadge {
      ...Badge
    }
    workspace {
      id
      name
    }
    backupHealth {
      stateBadge {
        ...Badge
      }
    }
    ...TenantMenu
    ...VerifyButton
  }
`);

export interface TenantHeadProps {
  readonly tenant: FragmentType<typeof TenantHeadFragment>;
  readonly operations: readonly Operation[];
  /** The page was opened to verify: the focus goes there. */
  readonly focusVerify: boolean;
}

export function TenantHead({ tenant, operations, focusVerify }: TenantHeadProps) {
  const head = readFragment(TenantHeadFragment, tenant);
  const {
    name,
    status,
    statusBadge,
    graphTenantId,
    isCurrent,
    isCurrentBadge,
    readinessBadge,
    workspace,
    backupHealth,
  } = head;
  return (
    <PageHead
      above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
      title={name}
      below={
        <>
          <StatusBadge badge={readinessBadge} />
          <StatusBadge badge={backupHealth.stateBadge} />
          <AppLink href={paths.configuration(head.id)}>{texts.configuration.title}</AppLink>
          {status !== 'ACTIVE' && <StatusBadge badge={statusBadge} />}
          {isCurrent && <StatusBadge badge={isCurrentBadge} />}
          {graphTenantId !== null && <DirectoryId id={graphTenantId} />}
        </>
      }
      actions={
        <>
          <VerifyButton tenant={head} quiet shortcut appearance="primary" focused={focusVerify} />
          <Suspense fallback={<SkeletonBlock width="96px" height="32px" />}>
            <TenantMenu tenant={head} operations={operations} />
          </Suspense>
        </>
      }
    />
  );
}
