import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { createFreshAnswersLink } from '../../web/api/fresh-answers.ts';

const query = gql`
  query Run {
    operationRun(id: "1") {
      id
      version
      status
    }
  }
`;
const subscription = gql`
  subscription Run {
    operationRun(id: "1") {
      id
      version
      status
    }
  }
`;

const run = (version: number, status: string) => ({
  data: { operationRun: { __typename: 'OperationRun', id: '1', version, status } },
});

/** A client whose API gives these answers to one request after the other; a list of events counts as one answer. */
function createClient(answers: ApolloLink.Result[][]) {
  const cache = new InMemoryCache();
  let requests = 0;
  const api = new ApolloLink(
    () =>
      new Observable((observer) => {
        for (const event of answers[requests++] ?? []) observer.next(event);
        observer.complete();
      }),
  );
  const link = ApolloLink.from([createFreshAnswersLink(cache), api]);
  return { client: new ApolloClient({ cache, link }), requests: () => requests };
}

async function watch(client: ApolloClient): Promise<unknown[]> {
  const seen: unknown[] = [];
  await client.subscribe({ query: subscription }).forEach(({ data }) => {
    seen.push(data);
  });
  return seen;
}

const ask = (client: ApolloClient) => client.query({ query, fetchPolicy: 'network-only' });

describe('a run in the cache', () => {
  it('is not put back by an event that was overtaken', async () => {
    const { client } = createClient([[run(3, 'COMPLETED')], [run(2, 'RUNNING')]]);
    await ask(client);
    expect(await watch(client)).toEqual([]);
    expect(client.readQuery({ query })).toEqual(run(3, 'COMPLETED').data);
  });

  it('is not put back by an answer that was overtaken: the question is asked once more', async () => {
    const { client, requests } = createClient([
      [run(3, 'COMPLETED')],
      [run(1, 'QUEUED')],
      [run(3, 'COMPLETED')],
    ]);
    await watch(client);
    expect((await ask(client)).data).toEqual(run(3, 'COMPLETED').data);
    expect(requests()).toBe(3);
  });

  it('takes an event of the same version, which is how a connection that is back says where things stand', async () => {
    const { client } = createClient([[run(2, 'RUNNING')], [run(2, 'RUNNING'), run(3, 'COMPLETED')]]);
    await ask(client);
    expect(await watch(client)).toEqual([run(2, 'RUNNING').data, run(3, 'COMPLETED').data]);
  });
});
