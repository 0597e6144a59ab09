import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useAction, type SendOptions } from '../../api/action.ts';
import type { StartResult } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { showToast } from '../../ui/show-toast.ts';

/** The run that started, is under way, is in the way, or was refused. */
export interface Started {
  readonly result: StartResult;
  readonly run: { readonly id: string };
}

export interface StartWords {
  readonly title: string;
  readonly body?: string;
}

/** What became of a start, with a link to the run. */
export function sayStart({ result, run }: Started, { title, body }: StartWords): void {
  showToast({
    tone: result === 'STARTED' || result === 'DEDUPED' ? 'INFO' : 'WARNING',
    title,
    ...(body !== undefined && { body }),
    link: { href: paths.run(run.id), label: texts.started.open[result] },
  });
}

export interface StartOutcome<Start extends Started> {
  /** Above the API's sentence, where there was no start. */
  readonly failed: string;
  /** null: the page shows it already. */
  readonly say: (start: Start) => StartWords | null;
  /** Whatever came of it, there is now a run to look at. */
  readonly onStarted?: ((start: Start) => void) | undefined;
}

/**
 * Starts a run by one click. Mutations select only the run's id and label (api/fresh-answers.ts): the state of the run comes
 * from the subscription that the page opens.
 */
export function useStart<Data, Variables extends OperationVariables, Start extends Started>(
  mutation: TypedDocumentNode<Data, Variables>,
  read: (data: Data) => Start | null | undefined,
  options?: SendOptions,
) {
  const { busy, run } = useAction(mutation, options);
  const start = (variables: Variables, { failed, say, onStarted }: StartOutcome<Start>) => {
    const done = (data: Data) => {
      const started = read(data);
      if (started == null) return;
      const words = say(started);
      if (words !== null) sayStart(started, words);
      onStarted?.(started);
    };
    void run(variables, { failed, done });
  };
  return { starting: busy, start };
}
