import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, type ReactElement } from 'react';
import { useOnOutdated } from '../../api/live.tsx';
import { useDocumentHead } from '../../ui/document-head.ts';
import type { Tone } from '../../ui/badge.ts';
import { rememberWorkspace } from './last-workspace.ts';
import { PageProblem } from './page-problem.tsx';

export interface Frame<Answer, Shown> {
  /** What the page shows of the answer; null where that does not exist for this person. */
  readonly of: (answer: Answer) => Shown | null | undefined;
  /** Of the tab; null shows the product's name only. */
  readonly title: (shown: Shown | null) => string | null;
  /** Of the tab's icon. */
  readonly tone?: (shown: Shown) => Tone;
  readonly skeleton: ReactElement;
  /** The workspace that the shell names from now on. */
  readonly workspaceId?: (shown: Shown) => string | undefined;
  /** What to refetch with: a list as long as it is shown, so that it does not fold up under the reader. */
  readonly refetchWith?: (shown: Shown) => OperationVariables;
  /** In place of the plain refetch once the page may be out of date. */
  readonly onOutdated?: () => void;
  /** A problem that this page shows in its own way; null leaves it to PageProblem. */
  readonly problem?: (error: unknown, answer: Answer | undefined) => ReactElement | null;
  /** 'none': there is no page without the whole answer, so a refusal replaces what was shown. */
  readonly errorPolicy?: 'none';
}

interface Always<Answer> {
  readonly answer: Answer | undefined;
  readonly error: unknown;
  /** What is shown answers other variables (a filter); the answer to these is on its way. */
  readonly outdated: boolean;
  /** Stays the same function. A failed answer is part of the page, so it never rejects. */
  readonly refetch: () => void;
  /** Runs `then` once the page shows the new answer. */
  readonly refetchThen: (then: () => void) => void;
  readonly fetchMore: (variables: OperationVariables) => Promise<unknown>;
}

/** `instead` is ready to be rendered while there is nothing to show: a skeleton or a problem. */
export type PageState<Answer, Shown> = Always<Answer> &
  (
    | { readonly shown: Shown; readonly instead: null }
    | { readonly shown: null; readonly instead: ReactElement }
  );

/**
 * What every page does: one query, refetched when it may be out of date; the tab's title and icon; the workspace that is
 * remembered; and a skeleton, a problem or the last answer where there is no current one. What was shown stays when the
 * API cannot be reached for a while.
 */
export function usePage<Answer, Variables extends OperationVariables, Shown extends object>(
  query: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
  frame: Frame<Answer, Shown>,
): PageState<Answer, Shown> {
  const { errorPolicy = 'all', skeleton, problem } = frame;
  // The parameter holds them to their type; Apollo's own type for them cannot be written for any query.
  const asked: OperationVariables = variables;
  const { data, previousData, error, refetch, fetchMore } = useQuery(query as TypedDocumentNode<Answer>, {
    variables: asked,
    errorPolicy,
    // Refetching brings the beginning of a list up to date; what was loaded after it stays where it is read.
    refetchWritePolicy: 'merge',
  });
  const answer = data ?? (errorPolicy === 'all' ? previousData : undefined);
  const shown = answer === undefined ? null : (frame.of(answer) ?? null);
  const settle = useSettled(refetch, shown === null ? undefined : frame.refetchWith?.(shown));
  const again = useCallback(() => void settle(), [settle]);
  useOnOutdated(frame.onOutdated ?? again);
  useShell(frame, shown);
  const always: Always<Answer> = {
    answer,
    error,
    outdated: data === undefined,
    refetch: again,
    refetchThen: (then) => void settle().then(then),
    fetchMore: (more) => fetchMore({ variables: more }),
  };
  if (shown !== null) return { ...always, shown, instead: null };
  if (error === undefined) return { ...always, shown, instead: skeleton };
  return {
    ...always,
    shown,
    instead: problem?.(error, answer) ?? <PageProblem error={error} onRetry={again} />,
  };
}

/** Stays the same function, and always asks for what is wanted now. */
function useSettled(
  refetch: (variables?: OperationVariables) => Promise<unknown>,
  wanted: OperationVariables | undefined,
): () => Promise<unknown> {
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  });
  return useCallback(() => refetch(latest.current).catch(() => null), [refetch]);
}

/** What of the page is to be seen around it. */
function useShell<Answer, Shown>(frame: Frame<Answer, Shown>, shown: Shown | null): void {
  const { title, tone, workspaceId: readWorkspaceId } = frame;
  useDocumentHead(title(shown), shown === null ? null : (tone?.(shown) ?? null));
  const workspaceId = shown === null ? undefined : readWorkspaceId?.(shown);
  useEffect(() => {
    if (workspaceId !== undefined) rememberWorkspace(workspaceId);
  }, [workspaceId]);
}
