import { useState } from 'react';
import { useAction, useSend } from '../../api/action.ts';
import { toFieldProblem } from '../../api/failure.ts';
import { toSentence } from '../../api/toast-error.ts';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import type {
  BeginTenantOnboardingInput,
  DiscoverDirectoryMutation as Discovery,
} from '../../gql/graphql.ts';

const DiscoverDirectoryMutation = graphql(`
  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {
    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {
      sightings {
        cloud
        entraTenantId
        region
      }
      unansweredClouds
    }
  }
`);

const BeginOnboardingMutation = graphql(`
  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {
    beginTenantOnboarding(input: $input) {
      session {
        id
      }
    }
  }
`);

export type Sighting = Discovery['discoverDirectory']['sightings'][number];

export interface Refusal {
  /** Of the form; null: it is not about one of its fields. */
  readonly field: 'directory' | 'name' | 'externalId' | null;
  readonly sentence: string;
}

export type Found =
  | { readonly kind: 'found'; readonly sighting: Sighting }
  | { readonly kind: 'several'; readonly sightings: readonly Sighting[] }
  /** No cloud that answered knows it. */
  | { readonly kind: 'none'; readonly unanswered: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isDirectoryId = (text: string) => guid.test(text.trim());

export function useDiscoverDirectory(workspaceId: string) {
  const send = useSend(DiscoverDirectoryMutation);
  const [finding, setFinding] = useState(false);
  const find = async (name: string): Promise<Found> => {
    setFinding(true);
    try {
      const { discoverDirectory } = await send({ workspaceId, name });
      const { sightings, unansweredClouds } = discoverDirectory;
      const [first, second] = sightings;
      if (first === undefined) return { kind: 'none', unanswered: unansweredClouds };
      return second === undefined ? { kind: 'found', sighting: first } : { kind: 'several', sightings };
    } catch (error) {
      const isName = toFieldProblem(error)?.has('name') === true;
      // The API's sentence speaks of its own field `name`, which is the directory here.
      const refusal: Refusal = isName
        ? { field: 'directory', sentence: texts.beginOnboarding.directoryMissing }
        : { field: null, sentence: toSentence(error) };
      return { kind: 'refused', refusal };
    } finally {
      setFinding(false);
    }
  };
  return { find, finding };
}

export function useBeginOnboarding(
  onStarted: (sessionId: string) => void,
  onRefused: (refusal: Refusal) => void,
) {
  const { busy, run } = useAction(BeginOnboardingMutation);
  const begin = (input: BeginTenantOnboardingInput) =>
    void run(
      { input },
      {
        failed: (error) => onRefused(toRefusal(error)),
        done: ({ beginTenantOnboarding: { session } }) => onStarted(session.id),
      },
    );
  return { begin, beginning: busy };
}

const fields = { entraTenantId: 'directory', name: 'name', externalId: 'externalId' } as const;

function toRefusal(error: unknown): Refusal {
  const [problem] = toFieldProblem(error) ?? [];
  const [name, sentence] = problem ?? [null, toSentence(error)];
  const field = Object.entries(fields).find(([apiName]) => apiName === name)?.[1] ?? null;
  return { field, sentence };
}
