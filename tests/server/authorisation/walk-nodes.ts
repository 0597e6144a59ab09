import assert from 'node:assert/strict';
import { isObjectType } from 'graphql';
import { createApiClient } from '../../support/api-client.ts';
import { selectionsFrom } from './documents.ts';
import type { Entitlement } from './entitlement.ts';
import { assertNothingForeign } from './findings.ts';
import { kindsByPrefix } from './kinds.ts';
import type { Walk } from './walk.ts';

/** One after the other, of each kind: `nodes` is asked for all at once, and resolves each as `node` does. */
const asked = 3;

/** The same rules for `node` and `nodes`, with ids as answers give them, of every kind and of the wrong one. */
export async function walkNodes(walk: Walk, viewer: Entitlement): Promise<void> {
  await using client = createApiClient(walk.url, viewer.headers);
  for (const [prefix, { typeName, kind }] of Object.entries(kindsByPrefix)) {
    const leaves = leavesOf(walk, typeName);
    const one = `query ($id: ID!) { node(id: $id) { __typename id ${leaves} } }`;
    const many = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ${leaves} } }`;
    const look = async (document: string, variables: object) => {
      const answer = await client.query(document, { ...variables });
      assertNothingForeign(viewer, answer, document);
      return answer;
    };
    const nothing = await look(one, { id: `${prefix}_${walk.neverIssued}` });
    assert.match(nothing.text, /"(NOT_FOUND|FORBIDDEN)"/, `node tells of ${prefix}_${walk.neverIssued}`);
    const entitled = kind.entitled(viewer);
    const all = kind.all(walk.world);
    for (const id of [...entitled].slice(0, 1)) {
      const { data } = await look(one, { id: `${prefix}_${id}` });
      assert.equal(data?.node?.__typename, typeName, `${viewer.name} gets ${prefix}_${id}`);
    }
    for (const id of all.filter((each) => !entitled.has(each) && !viewer.visible.has(each)).slice(0, asked)) {
      const { text } = await look(one, { id: `${prefix}_${id}` });
      assert.equal(text, nothing.text, `node tells ${prefix}_${id} from absent`);
    }
    const { data } = await look(many, { ids: all.map((id) => `${prefix}_${id}`) });
    const found = (data?.nodes as ({ readonly id: string } | null)[]).map((node) => node?.id ?? null);
    all.forEach((id, index) => {
      if (entitled.has(id)) assert.equal(found[index], `${prefix}_${id}`);
      else if (!viewer.visible.has(id)) assert.equal(found[index], null);
    });
  }
}

function leavesOf(walk: Walk, typeName: string): string {
  const type = walk.schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`the schema has no type ${typeName}`);
  return `... on ${typeName} { ${selectionsFrom(walk, type)[0] ?? ''} }`;
}
