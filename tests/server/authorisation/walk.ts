import assert from 'node:assert/strict';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import { leadsToNode, selectionsFrom } from './documents.ts';
import type { Entitlement } from './entitlement.ts';
import { assertNothingForeign, findIds } from './findings.ts';
import { kindOf, kindsByPrefix, nodeRoots, type Kind } from './kinds.ts';
import type { World } from './world.ts';

export async function fetchSchema(client: ApiClient): Promise<GraphQLSchema> {
  const { data } = await client.query(getIntrospectionQuery());
  return buildClientSchema(data as IntrospectionQuery);
}

export interface Walk {
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly world: World;
  /** Ids that no row of the database has. */
  readonly neverIssued: number;
  readonly hops: number;
}

/** Throws at the first thing that the viewer should not see, or should and does not. */
export async function walkQueries(walk: Walk, viewer: Entitlement): Promise<void> {
  await using client = createApiClient(walk.url, viewer.headers);
  const seen = new Set<number>();
  const look = async (document: string, id?: number | string) => {
    const answer = await client.query(document, id === undefined ? {} : { id: String(id) });
    assertNothingForeign(viewer, answer, document);
    for (const found of findIds(answer.text)) seen.add(found);
    return answer;
  };
  const roots = Object.values(walk.schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => !nodeRoots.has(name),
  );
  for (const root of roots.filter((field) => !field.args.some(isRequiredArgument)))
    await walkRoot(walk, root, look);
  const asking = roots.filter((field) => field.args.some(isRequiredArgument));
  // Arithmetic, such as due times, names nothing and leads to nothing.
  for (const root of asking.filter(
    (field) => namesAnId(field) || leadsToNode(walk.schema, typeNameOf(field)),
  )) {
    await walkRootWithId(walk, viewer, root, look);
  }
  assertEverythingSeen(viewer, seen);
}

const typeNameOf = (field: Root) => getNamedType(field.type).name;
const namesAnId = ({ args }: Root) => args.some(({ type }) => getNamedType(type).name === 'ID');

type Look = (document: string, id?: number | string) => Promise<GraphQLAnswer>;
type Root = GraphQLField<unknown, unknown>;

async function walkRoot(walk: Walk, root: Root, look: Look): Promise<void> {
  const type = objectTypeOf(root);
  if (!leadsToNode(walk.schema, type.name)) return;
  const documents = selectionsFrom(walk, type);
  await Promise.all(documents.map((selection) => look(`{ ${root.name} { ${selection} } }`)));
}

/** Everything entitled answers, everything else is the same as an id that was never issued; one of each is walked. */
async function walkRootWithId(walk: Walk, viewer: Entitlement, root: Root, look: Look): Promise<void> {
  const type = objectTypeOf(root);
  const kind = kindOf(root.name, 'id');
  const documents = selectionsFrom(walk, type).map(
    (selection) => `query ($id: ID!) { ${root.name}(id: $id) { ${selection} } }`,
  );
  const [leaves = ''] = documents;
  const nothing = await look(leaves, walk.neverIssued);
  // FORBIDDEN: a token that sees nothing of the kind at all.
  assert.match(
    nothing.text,
    /"(NOT_FOUND|FORBIDDEN)"/,
    `${viewer.name} asks ${root.name} for nothing: ${nothing.text}`,
  );
  const entitled = kind.entitled(viewer);
  for (const id of kind.all(walk.world)) {
    const answer = await look(leaves, id);
    if (!entitled.has(id)) assert.equal(answer.text, nothing.text, `${root.name} tells foreign from absent`);
    else assert.notEqual(answer.data?.[root.name], null, `${viewer.name} does not get ${root.name} ${id}`);
  }
  const [one] = entitled;
  if (one !== undefined) {
    await Promise.all(documents.map((document) => look(document, one)));
    for (const prefix of Object.keys(kindsByPrefix).filter((each) => each !== kind.prefix)) {
      const { text } = await look(leaves, `${prefix}_${one}`);
      assert.equal(text, nothing.text, `${root.name} takes ${prefix}_${one}`);
    }
    assert.equal((await look(leaves, `${kind.prefix}_${one}`)).text, (await look(leaves, one)).text);
  }
  await walkIdArguments({ walk, viewer, root, type, look, parents: entitled });
}

interface IdArguments {
  readonly walk: Walk;
  readonly viewer: Entitlement;
  readonly root: Root;
  readonly type: GraphQLObjectType;
  readonly look: Look;
  readonly parents: ReadonlySet<number>;
}

/** Fields that take an id of their own, such as a filter by tenant. */
async function walkIdArguments({ walk, viewer, root, type, look, parents }: IdArguments): Promise<void> {
  const [parent] = parents;
  if (parent === undefined) return;
  for (const field of Object.values(type.getFields())) {
    for (const argument of field.args.filter((one) => getNamedType(one.type).name === 'ID')) {
      const kind = kindOf(field.name, argument.name);
      const document = (id: number) =>
        `query ($id: ID!) { ${root.name}(id: $id) { ${field.name}(${argument.name}: "${id}") { __typename } } }`;
      const nothing = await look(document(walk.neverIssued), parent);
      for (const foreign of foreignIds(walk.world, viewer, kind)) {
        const answer = await look(document(foreign), parent);
        assert.equal(answer.text, nothing.text, `${type.name}.${field.name} tells foreign from absent`);
      }
    }
  }
}

export function foreignIds(world: World, viewer: Entitlement, kind: Kind): number[] {
  const entitled = kind.entitled(viewer);
  return kind.all(world).filter((id) => !entitled.has(id));
}

function assertEverythingSeen(viewer: Entitlement, seen: ReadonlySet<number>): void {
  const { workspaces, tenants, connections, runs, tokens, credentials } = viewer;
  for (const [what, expected] of Object.entries({
    workspaces,
    tenants,
    connections,
    runs,
    tokens,
    credentials,
  })) {
    const missing = [...expected].filter((id) => !seen.has(id));
    assert.deepEqual(
      missing,
      [],
      `the walk of ${viewer.name} did not come across all ${what}: it proves too little`,
    );
  }
}

function objectTypeOf(field: Root): GraphQLObjectType {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`teach the walk about Query.${field.name}`);
  return type;
}

/** Lists and counts are computed over what the viewer may see: a total that knows of more is a leak too. */
export async function walkCounts({ url, world }: Walk, viewer: Entitlement): Promise<void> {
  await using client: ApiClient = createApiClient(url, viewer.headers);
  for (const id of viewer.workspaces) {
    const { data } = await client.query(
      `query ($id: ID!, $runs: [ID!]!) { workspace(id: $id) { tenants { totalCount } operationRuns { totalCount }
        members { totalCount } verificationOverview { total blocked } verificationProgress(runIds: $runs) { total }
        reasonClusters { code tenantCount blockedCount } } }`,
      { id: String(id), runs: world.runs.map((run) => String(run.id)) },
    );
    const tenants = world.tenants.filter(
      (tenant) => tenant.workspaceId === id && viewer.tenants.has(tenant.id),
    ).length;
    const runs = world.runs.filter((run) => run.workspaceId === id && viewer.runs.has(run.id)).length;
    const verifications = world.runs.filter(
      (run) => run.workspaceId === id && run.tenantId !== null && viewer.runs.has(run.id),
    ).length;
    const members = world.users.filter((userId) => world.workspaceRole(userId, id) !== null).length;
    assert.deepEqual(
      data.workspace,
      {
        tenants: { totalCount: tenants },
        operationRuns: { totalCount: runs },
        members: { totalCount: members },
        verificationOverview: { total: tenants, blocked: tenants },
        verificationProgress: { total: verifications },
        reasonClusters:
          tenants === 0 ? [] : [{ code: 'connection.missing', tenantCount: tenants, blockedCount: tenants }],
      },
      `counts of workspace ${id} for ${viewer.name}`,
    );
  }
}
