import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useAction } from '../../api/action.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { RehearsalFragment } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { readBadge } from '../../ui/badge.ts';
import { Facts } from '../../ui/facts.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { toastDone } from '../../ui/show-toast.ts';
import { Stack } from '../../ui/stack.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { toCredentialFacts } from './credential-facts.tsx';
import { refetchConnection } from '../refetch.ts';

const CandidatePanelFragment = graphql(`
  fragment CandidatePanel on ProviderConnection {
    id
    actions {
      ...Action
    }
    credentialCandidate {
      type
      clientId
      expiresAt
      updatedAt
      thumbprint
      rehearsal {
        id
        ...Rehearsal
      }
    }
  }
`);

const RehearsalFragmentDocument = graphql(`
  fragment Rehearsal on OperationRun {
    id
    version
    status
    resultBadge {
      ...Badge
    }
    progress {
      completed
      total
      current
    }
    failureSummary {
      code
      message
    }
  }
`);

const ActivateCredentialMutation = graphql(`
  mutation ActivateCredential($id: ID!, $rehearsalRunId: ID!) {
    activateProviderCredential(input: { connectionId: $id, rehearsalRunId: $rehearsalRunId }) {
      providerConnection {
        id
      }
    }
  }
`);

const DiscardCandidateMutation = graphql(`
  mutation DiscardCandidate($id: ID!) {
    discardProviderCredentialCandidate(input: { connectionId: $id }) {
      providerConnection {
        id
      }
    }
  }
`);

const useStyles = makeStyles({
  note: { paddingBottom: 0 },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  failure: { margin: 0, color: tokens.colorStatusDangerForeground3 },
  bar: { maxWidth: '240px' },
});

export interface CandidatePanelProps {
  readonly connection: FragmentType<typeof CandidatePanelFragment>;
  /** It was used or discarded, and the panel goes with it: the focus needs another place. */
  readonly onGone: () => void;
}

/** The credential that is being tried, how that goes, and what to do about it. Nothing without one. */
export function CandidatePanel({ connection, onGone }: CandidatePanelProps) {
  const styles = useStyles();
  const { id, actions, credentialCandidate: candidate } = readFragment(CandidatePanelFragment, connection);
  const rehearsal = readFragment(RehearsalFragmentDocument, candidate?.rehearsal);
  const activate = useAction(ActivateCredentialMutation, refetchConnection);
  const discard = useAction(DiscardCandidateMutation, refetchConnection);
  if (candidate === null || rehearsal == null) return null;
  const { used, notUsed, setDoneAbout, discarded, notDiscarded, ...words } = texts.credential;
  const { unavailable } = texts.connection;
  const gone = (title: string, body?: string) => {
    toastDone(title, body);
    onGone();
  };
  return (
    <Panel
      title={words.candidate}
      aside={
        <>
          <ActionButton
            label={words.use}
            about={words.useAbout}
            reason={reasonOf(actions, 'activate_credential', unavailable)}
            busy={activate.busy}
            appearance="primary"
            size="small"
            onClick={() =>
              void activate.run(
                { id, rehearsalRunId: rehearsal.id },
                { failed: notUsed, done: () => gone(used, setDoneAbout) },
              )
            }
          />
          <ActionButton
            label={words.discard}
            about={words.discardAbout}
            reason={reasonOf(actions, 'discard_candidate', unavailable)}
            busy={discard.busy}
            size="small"
            danger
            onClick={() => void discard.run({ id }, { failed: notDiscarded, done: () => gone(discarded) })}
          />
        </>
      }
    >
      <Quiet as="p" padded className={styles.note}>
        {words.candidateAbout}
      </Quiet>
      <Facts
        facts={[
          { term: words.result, value: <Result rehearsal={rehearsal} /> },
          ...toCredentialFacts(candidate, words.submitted),
        ]}
      />
    </Panel>
  );
}

function Result({ rehearsal }: { rehearsal: RehearsalFragment }) {
  const styles = useStyles();
  const { id, status, resultBadge, failureSummary } = rehearsal;
  const { completed, total, current } = rehearsal.progress;
  const finished = status === 'COMPLETED';
  const badge = readBadge(resultBadge);
  const done = total === 0 ? texts.connection.waiting : texts.connection.checks(completed, total);
  return (
    <Stack gap="S">
      <div className={styles.badges}>
        <StatusBadge badge={badge} />
        <AppLink href={paths.run(id)}>{texts.connection.openRun}</AppLink>
      </div>
      <VisuallyHidden live>{`${badge.label}. ${done}`}</VisuallyHidden>
      {!finished && (
        <>
          <ProgressBar
            className={styles.bar}
            value={completed}
            max={Math.max(total, 1)}
            aria-label={texts.connection.rehearsal}
          />
          <span>{current ?? done}</span>
        </>
      )}
      {finished && failureSummary.length === 0 && <span>{done}</span>}
      {failureSummary.map(({ code, message }) => (
        <p key={code} className={styles.failure}>
          {message}
        </p>
      ))}
    </Stack>
  );
}
