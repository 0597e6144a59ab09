import assert from 'node:assert/strict';
import { getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import { selectionsFrom } from './documents.ts';
import type { Entitlement } from './entitlement.ts';
import { assertNothingForeign } from './findings.ts';
import { kindOf } from './kinds.ts';
import { foreignIds, type Walk } from './walk.ts';

/** Says nothing until something changes, so there is no first event to look at. */
const withoutSnapshot = new Set(['workspaceRuns']);

export async function walkSubscriptions(walk: Walk, viewer: Entitlement): Promise<void> {
  await using client = createApiClient(walk.url, viewer.headers);
  for (const field of Object.values(walk.schema.getSubscriptionType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    const [argument] = field.args.filter(isRequiredArgument);
    if (!isObjectType(type) || argument === undefined) throw new Error(`teach the walk about ${field.name}`);
    const kind = kindOf(field.name, argument.name);
    const documents = selectionsFrom(walk, type).map(
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
    if (entitled === undefined || withoutSnapshot.has(field.name)) continue;
    for (const document of documents) {
      const event = await firstEvent(client, document, entitled);
      assertNothingForeign(viewer, { text: event }, document);
      assert.match(event, /"data"/, `${viewer.name} gets nothing from ${field.name} ${entitled}`);
    }
  }
}

/** The first event, or the refusal, as text. */
async function firstEvent(client: ApiClient, document: string, id: number): Promise<string> {
  const stream = client.subscribe(document, { id: String(id) });
  try {
    const { value } = (await stream.next()) as IteratorResult<GraphQLAnswer, undefined>;
    return JSON.stringify(value);
  } catch (errors) {
    // graphql-ws rejects with the array of errors that the server refused with.
    return JSON.stringify(errors);
  } finally {
    await stream.return?.();
  }
}
