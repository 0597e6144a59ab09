import type { ReactNode, Ref } from 'react';
import { paths } from '../../paths.ts';
import { IgnoredFilters } from '../../ui/ignored-filters.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PartialProblem, sortFailures } from './page-problem.tsx';

export interface ListPageProps {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly lead?: string;
  /** Of the list; the page's own without it. */
  readonly panel?: string;
  /** Filters. */
  readonly aside?: ReactNode;
  readonly ignored?: readonly string[];
  readonly error: unknown;
  readonly onRetry: () => void;
  /** The list itself, for whatever has to give it the focus. */
  readonly ref?: Ref<HTMLElement>;
  /** Between the head and the list. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** A page of a workspace that is one list. */
export function ListPage(props: ListPageProps) {
  const { workspace, title, lead, panel = title, aside, ignored = [], error, onRetry, ref } = props;
  const { above, children } = props;
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
        below={lead}
      />
      {above}
      <PartialProblem failures={sortFailures(error).others} onRetry={onRetry} />
      <IgnoredFilters ignored={ignored} />
      <Panel title={panel} aside={aside} {...(ref !== undefined && { ref })}>
        {children}
      </Panel>
    </Page>
  );
}
