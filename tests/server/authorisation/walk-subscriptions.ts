import assert from 'node:assert/strict';
import { getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import { selectionsFrom } from './documents.ts';
import type { Entitlement } from './entitlement.ts';
import { assertNothingForeign } from './findings.ts';
import { kindOf } from './kinds.ts';
import { foreignIds, type Walk } from './walk.ts';
import type { World } from './world.ts';

/** The server takes its time between the events of one stream, and allows twenty operations on a socket. */
const sideBySide = 10;

export async function walkSubscriptions(walk: Walk, viewer: Entitlement): Promise<void> {
  await using client = createApiClient(walk.url, viewer.headers);
  for (const field of Object.values(walk.schema.getSubscriptionType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    const [argument] = field.args.filter(isRequiredArgument);
    if (!isObjectType(type) || argument === undefined) throw new Error(`teach the walk about ${field.name}`);
    const kind = kindOf(field.name, argument.name);
    // What lies further is resolved as in queries, which walk it.
    const documents = selectionsFrom({ ...walk, hops: walk.hops - 1 }, type).map(
      (selection) => `subscription ($id: ID!) { ${field.name}(${argument.name}: $id) { ${selection} } }`,
    );
    const [leaves = ''] = documents;
    const absent = await firstEvent(client, leaves, walk.neverIssued);
    assert.match(absent, /NOT_FOUND/, field.name);
    for (const foreign of foreignIds(walk.world, viewer, kind)) {
      assert.equal(
        await firstEvent(client, leaves, foreign),
        absent,
        `${field.name} tells foreign from absent`,
      );
    }
    const [entitled] = kind.entitled(viewer);
    if (entitled === undefined) continue;
    const count = field.name === 'workspaceRuns' ? runsOf(walk.world, viewer, entitled) : 1;
    for (let first = 0; first < documents.length; first += sideBySide) {
      await Promise.all(
        documents.slice(first, first + sideBySide).map(async (document) => {
          for (const event of await firstEvents(client, document, entitled, count)) {
            assertNothingForeign(viewer, { text: event }, document);
            assert.match(event, /"data"/, `${viewer.name} gets ${event} from ${field.name} ${entitled}`);
          }
        }),
      );
    }
  }
}

/** All that a stream of the workspace begins with. */
function runsOf({ runs }: World, viewer: Entitlement, workspaceId: number): number {
  return runs.filter((run) => run.workspaceId === workspaceId && viewer.runs.has(run.id)).length;
}

async function firstEvent(client: ApiClient, document: string, id: number): Promise<string> {
  const [event = ''] = await firstEvents(client, document, id, 1);
  return event;
}

/** The first events, or the refusal, as text. */
async function firstEvents(
  client: ApiClient,
  document: string,
  id: number,
  count: number,
): Promise<string[]> {
  const stream = client.subscribe(document, { id: String(id) });
  const events: string[] = [];
  try {
    while (events.length < count) {
      const { value } = (await stream.next()) as IteratorResult<GraphQLAnswer, undefined>;
      events.push(JSON.stringify(value));
    }
  } catch (errors) {
    // graphql-ws rejects with the array of errors that the server refused with.
    events.push(JSON.stringify(errors));
  } finally {
    await stream.return?.();
  }
  return events;
}
