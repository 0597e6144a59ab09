import assert from 'node:assert/strict';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import { wireNameOf, type Capability } from '../../../core/access/access.ts';
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import type { Entitlement } from './entitlement.ts';
import { assertNothingForeign } from './findings.ts';
import { kindOf } from './kinds.ts';
import { foreignIds, type Walk } from './walk.ts';
import type { World } from './world.ts';

/** What each mutation takes, and on what; null: whoever sees the thing may. */
const needs: Readonly<Record<string, readonly ['tenant' | 'workspace', Capability] | null>> = {
  startVerification: ['tenant', 'provider.run'],
  startBackup: ['tenant', 'provider.run'],
  startOperation: ['tenant', 'provider.run'],
  startWorkspaceVerification: ['workspace', 'provider.run'],
  cancelOperationRun: ['tenant', 'provider.run'],
  stopVerificationRecheck: ['tenant', 'provider.run'],
  acknowledgeFinding: ['tenant', 'verification.acknowledge'],
  acknowledgeVerificationCheck: ['tenant', 'verification.acknowledge'],
  withdrawVerificationCheckAcknowledgement: ['tenant', 'verification.acknowledge'],
  createTenant: ['workspace', 'tenant.manage'],
  updateTenant: ['tenant', 'tenant.manage'],
  archiveTenant: ['tenant', 'tenant.manage'],
  setCurrentTenant: null,
  createProviderConnection: ['tenant', 'provider.manage'],
  updateProviderConnection: ['tenant', 'provider.manage'],
  makeDefaultProviderConnection: ['tenant', 'provider.manage'],
  setProviderCredential: ['tenant', 'provider.manage'],
  deleteProviderCredential: ['tenant', 'provider.manage'],
  rehearseProviderCredential: ['tenant', 'provider.manage'],
  activateProviderCredential: ['tenant', 'provider.manage'],
  discardProviderCredentialCandidate: ['tenant', 'provider.manage'],
  beginTenantOnboarding: ['workspace', 'tenant.manage'],
  updateTenantOnboarding: ['tenant', 'tenant.manage'],
  completeTenantOnboarding: ['tenant', 'tenant.manage'],
  cancelTenantOnboarding: ['tenant', 'tenant.manage'],
  discoverDirectory: ['workspace', 'tenant.manage'],
  createOnboardingConsentLink: ['tenant', 'tenant.manage'],
  createWorkspace: null,
  leaveWorkspace: null,
  setWorkspaceMember: ['workspace', 'members.manage'],
  removeWorkspaceMember: ['workspace', 'members.manage'],
  setTenantMember: ['tenant', 'members.manage'],
  removeTenantMember: ['tenant', 'members.manage'],
  updateWorkspace: ['workspace', 'schedule.manage'],
  freeze: ['tenant', 'schedule.manage'],
  unfreeze: ['tenant', 'schedule.manage'],
  createSchedule: ['workspace', 'schedule.manage'],
  updateSchedule: ['workspace', 'schedule.manage'],
  pauseSchedule: ['workspace', 'schedule.manage'],
  resumeSchedule: ['workspace', 'schedule.manage'],
  deleteSchedule: ['workspace', 'schedule.manage'],
  runScheduleNow: ['workspace', 'schedule.manage'],
  createApiToken: null,
  revokeApiToken: null,
};

/** Values for required fields that are no ids; by type where the name does not matter. */
const samples: Readonly<Record<string, unknown>> = {
  email: 'nobody@elsewhere.example',
  entraTenantId: 'eeeeeeee-0000-4000-8000-00000000000e',
  clientId: 'cccccccc-0000-4000-8000-00000000000c',
  type: 'provider.connection.check',
  operationType: 'provider.connection.check',
  selector: { all: true },
  cadence: { kind: 'DAILY', atLocal: '02:00' },
  timeZone: 'UTC',
  cloud: 'global',
  String: 'sample',
  Boolean: true,
  Int: 1,
  JSON: {},
  DateTime: '2999-01-01T00:00:00Z',
};

/** Not required by the schema but by what else is given: a credential of the first type needs its secret. */
const alsoGiven: Readonly<Record<string, unknown>> = {
  clientSecret: 'wQ8~sample.secret_value-1234567890abcdef',
  timeZone: 'UTC',
};

type Input = Record<string, unknown>;

/** No mutation tells a foreign id from one never issued, and none is let through without its capability. */
export async function walkMutations(walk: Walk, viewer: Entitlement): Promise<void> {
  await using client = createApiClient(walk.url, viewer.headers);
  for (const mutation of Object.values(walk.schema.getMutationType()?.getFields() ?? {})) {
    const need = needs[mutation.name];
    if (need === undefined) {
      throw new Error(`Say in tests/server/authorisation/walk-mutations.ts what ${mutation.name} needs.`);
    }
    const type = inputTypeOf(mutation);
    const ids = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === 'ID');
    const send = async (input: Input) => await mutate(client, viewer, mutation.name, type.name, input);
    const mine = sampleInput(walk, viewer, type);
    for (const field of ids) {
      const kind = kindOf(mutation.name, field.name);
      const foreign = foreignIds(walk.world, viewer, kind)[0];
      if (foreign === undefined) continue;
      const absent = await send({ ...mine, ...idValue(field, walk.neverIssued) });
      const refused = await send({ ...mine, ...idValue(field, foreign) });
      const call = `${mutation.name} with a foreign ${field.name} by ${viewer.name}`;
      assert.match(
        String(refused.errors?.[0]?.extensions['code']),
        /^(NOT_FOUND|FORBIDDEN)$/,
        `${call}: ${refused.text}`,
      );
      assert.equal(refused.text, absent.text, `${call} tells foreign from absent`);
    }
    if (need !== null && isLacking(walk.world, viewer, need)) {
      const { errors, text } = await send(mine);
      assert.deepEqual(
        errors?.[0]?.extensions,
        { code: 'FORBIDDEN', capability: wireNameOf(need[1]) },
        `${mutation.name} by ${viewer.name}: ${text}`,
      );
    }
  }
}

/** Only for someone who sees such a thing: for all others it does not exist, which is asserted already. */
function isLacking(
  world: World,
  viewer: Entitlement,
  [on, capability]: readonly ['tenant' | 'workspace', Capability],
): boolean {
  const id = on === 'tenant' ? [...viewer.tenants][0] : firstWorkspace(world, viewer);
  if (id === undefined) return false;
  const held = on === 'tenant' ? viewer.tenantCapabilities(id) : viewer.workspaceCapabilities(id);
  return !held.includes(capability);
}

async function mutate(
  client: ApiClient,
  viewer: Entitlement,
  name: string,
  type: string,
  input: Input,
): Promise<GraphQLAnswer> {
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
  const answer = await client.query(document, { input });
  assertNothingForeign(viewer, answer, `${document} ${JSON.stringify(input)}`);
  return answer;
}

/** Everything the viewer has a right to: their first tenant, and what belongs to it. */
function sampleInput(walk: Walk, viewer: Entitlement, type: GraphQLInputObjectType): Input {
  const input: Input = {};
  for (const field of Object.values(type.getFields())) {
    if (getNamedType(field.type).name === 'ID')
      Object.assign(input, idValue(field, ownId(walk, viewer, field.name)));
    else if (field.name in alsoGiven) input[field.name] = alsoGiven[field.name];
    else if (isNonNullType(field.type)) input[field.name] = sampleValue(field);
  }
  return input;
}

function sampleValue(field: GraphQLInputField): unknown {
  const named = getNamedType(field.type);
  const value = isEnumType(named) ? named.getValues()[0]?.name : (samples[field.name] ?? samples[named.name]);
  if (value === undefined) throw new Error(`Give the walk a sample for ${field.name}: ${named.name}.`);
  return isListType(getNullableType(field.type)) ? [value] : value;
}

function idValue(field: GraphQLInputField, id: number): Input {
  return { [field.name]: isListType(getNullableType(field.type)) ? [String(id)] : String(id) };
}

/** Of things that belong together: the first entitled tenant, its connection, its run. */
function ownId(walk: Walk, viewer: Entitlement, argument: string): number {
  const { world, neverIssued } = walk;
  const [tenantId] = viewer.tenants;
  const ofTenant = <T extends { readonly id: number; readonly tenantId: number | null }>(
    rows: readonly T[],
  ) => rows.find((row) => row.tenantId === tenantId)?.id;
  const workspaceId = firstWorkspace(world, viewer);
  const own: Readonly<Record<string, number | undefined>> = {
    workspaceId,
    tenantId,
    tenantIds: tenantId,
    connectionId: ofTenant(world.connections),
    providerConnectionId: ofTenant(world.connections),
    runId: ofTenant(world.runs),
    operationRunId: ofTenant(world.runs),
    findingId: ofTenant(world.findings),
    scheduleId: world.schedules.find((schedule) => schedule.workspaceId === workspaceId)?.id,
    rehearsalRunId: ofTenant(world.runs),
    userId: viewer.userId,
    apiTokenId: [...viewer.tokens][0],
    sessionId: ofTenant(world.sessions),
    onboardingSessionId: ofTenant(world.sessions),
    tenantOnboardingSessionId: ofTenant(world.sessions),
  };
  return own[argument] ?? neverIssued;
}

/** That of their first tenant, so that both can be named in one input. */
function firstWorkspace(world: World, viewer: Entitlement): number | undefined {
  const [tenantId] = viewer.tenants;
  const tenant = world.tenants.find(({ id }) => id === tenantId);
  return tenant?.workspaceId ?? [...viewer.workspaces][0];
}

function inputTypeOf(mutation: GraphQLField<unknown, unknown>): GraphQLInputObjectType {
  const type = mutation.args.length === 1 && mutation.args[0] ? getNamedType(mutation.args[0].type) : null;
  if (!isInputObjectType(type)) throw new Error(`${mutation.name} does not take one input object`);
  return type;
}
