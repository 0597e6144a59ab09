import type {
  Answer,
  AppRoleAssignmentsEvidence,
  EvidenceByKind,
  EvidenceKind,
  OrganizationEvidence,
  Pointer,
  ServicePrincipalEvidence,
  TokenEvidence,
} from '../../core/provider.ts';
import { appRoleNames } from './app-roles.ts';
import type { GraphClient } from './graph.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from './json.ts';
import { once } from './once.ts';
import { refusal, type Refusal } from './reasons.ts';
import type { Reading } from './retry.ts';
import type { AccessToken } from './token.ts';

/** What the answers are made from; each is asked for once per session. */
export interface Sources {
  readonly clientId: string;
  readonly token: () => Promise<Reading<AccessToken>>;
  /** Refused when there is no token: the reason is the token's. */
  readonly graph: () => Promise<GraphClient | Refusal>;
}

export type Questions = { readonly [K in EvidenceKind]: () => Promise<Answer<EvidenceByKind[K]>> };

/** The table of contents of what this provider can find out, and which answer needs which. */
export function createQuestions(sources: Sources): Questions {
  const token = once(() => readToken(sources));
  const organization = once(() => readOrganization(sources));
  const servicePrincipal = once(() => readServicePrincipal(sources));
  const assignments = once(async () => readAssignments(sources, await servicePrincipal()));
  return { token, organization, service_principal: servicePrincipal, app_role_assignments: assignments };
}

async function readToken({ token }: Sources): Promise<Answer<TokenEvidence>> {
  const reading = await token();
  return reading.kind === 'unreadable' ? reading : { ...reading, value: { claims: reading.value.claims } };
}

async function readOrganization({ graph }: Sources): Promise<Answer<OrganizationEvidence>> {
  const client = await graph();
  if (isRefusal(client)) return client;
  const reading = await client.list('/organization?$select=id,displayName,verifiedDomains,tenantType');
  if (reading.kind === 'unreadable') return reading;
  const organization = reading.value[0] ?? null;
  const id = stringAt(organization, 'id');
  if (id === null) return malformed(reading);
  return { ...reading, value: { id, displayName: stringAt(organization, 'displayName') } };
}

async function readServicePrincipal({ graph, clientId }: Sources): Promise<Answer<ServicePrincipalEvidence>> {
  const client = await graph();
  if (isRefusal(client)) return client;
  const fields = 'id,appId,displayName,accountEnabled,appOwnerOrganizationId,servicePrincipalType';
  const reading = await client.get(`/servicePrincipals(appId='${clientId}')?$select=${fields}`);
  if (reading.kind === 'read') return toServicePrincipal(reading);
  if (reading.status !== 404) return reading;
  return { kind: 'read', value: { servicePrincipal: null }, pointers: reading.pointers };
}

/** Client id of Microsoft Graph itself, the same in every directory of every cloud. */
const graphAppId = '00000003-0000-0000-c000-000000000000';

async function readAssignments(
  { graph }: Sources,
  principal: Answer<ServicePrincipalEvidence>,
): Promise<Answer<AppRoleAssignmentsEvidence>> {
  if (principal.kind === 'unreadable') return principal;
  const id = principal.value.servicePrincipal?.id;
  if (id === undefined) return refusal('app.service_principal_missing', { pointers: principal.pointers });
  const client = await graph();
  if (isRefusal(client)) return client;
  const [assignments, catalogue] = await Promise.all([
    client.list(`/servicePrincipals/${encodeURIComponent(id)}/appRoleAssignments`),
    client.get(`/servicePrincipals(appId='${graphAppId}')?$select=id,appRoles`),
  ]);
  if (assignments.kind === 'unreadable') return assignments;
  return { ...assignments, value: toGranted(assignments.value, catalogue) };
}

function isRefusal(value: object): value is Refusal {
  return 'kind' in value && value.kind === 'unreadable';
}

function toServicePrincipal(reading: {
  kind: 'read';
  value: JsonObject;
  pointers: readonly Pointer[];
}): Answer<ServicePrincipalEvidence> {
  const id = stringAt(reading.value, 'id');
  const accountEnabled = reading.value['accountEnabled'];
  if (id === null || typeof accountEnabled !== 'boolean') return malformed(reading);
  const appOwnerOrganizationId = stringAt(reading.value, 'appOwnerOrganizationId');
  return { ...reading, value: { servicePrincipal: { id, accountEnabled, appOwnerOrganizationId } } };
}

/**
 * Keeps what was granted on Microsoft Graph and names it as this directory does. Without the directory's catalogue
 * the built-in names have to do, and roles of other APIs cannot be told apart from new ones: they stay as ids.
 */
function toGranted(
  assignments: readonly JsonObject[],
  catalogue: Reading<JsonObject>,
): AppRoleAssignmentsEvidence {
  const graphId = catalogue.kind === 'read' ? stringAt(catalogue.value, 'id') : null;
  const ownNames = catalogue.kind === 'read' ? roleNames(catalogue.value) : null;
  const granted = assignments
    .filter((assignment) => graphId === null || stringAt(assignment, 'resourceId') === graphId)
    .map((assignment) => stringAt(assignment, 'appRoleId'))
    .filter((id) => id !== null)
    .map((id) => ownNames?.get(id) ?? appRoleNames.get(id) ?? id);
  return { granted: [...new Set(granted)].sort() };
}

function roleNames(graphPrincipal: JsonObject): ReadonlyMap<string, string> {
  const roles = (arrayAt(graphPrincipal, 'appRoles') ?? []).map(asObject);
  return new Map(
    roles.flatMap((role) => {
      const [id, value] = [stringAt(role, 'id'), stringAt(role, 'value')];
      return id === null || value === null ? [] : [[id, value] as const];
    }),
  );
}

function malformed({ pointers }: { pointers: readonly Pointer[] }): Refusal {
  return refusal('provider.bad_response', { pointers });
}
