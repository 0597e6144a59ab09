import type { Clock } from '../../../core/clock.ts';
import type {
  Answer,
  AppRoleAssignmentsEvidence,
  EvidenceByKind,
  EvidenceKind,
  LicencesEvidence,
  MdmAuthorityEvidence,
  OrganizationEvidence,
  Pointer,
  ProbeKind,
  ProviderSecret,
  ServicePrincipalEvidence,
  TokenEvidence,
} from '../../../core/provider/provider.ts';
import { workloads } from '../../../core/workloads.ts';
import { readCredentialShape } from '../sign-in/credentials.ts';
import { readDirectory, type DiscoveryOptions } from '../sign-in/discovery.ts';
import { readExpiry } from './expiry.ts';
import type { Cloud } from '../sign-in/clouds.ts';
import type { GraphClient } from '../graph/graph.ts';
import { stringAt, type JsonObject } from '../graph/json.ts';
import { toLicences } from './licences.ts';
import { once } from '../graph/once.ts';
import { probe, readDelegatedAdmin, readMdmAuthority } from './probes.ts';
import { malformed, refusal, type Refusal } from '../reasons/reasons.ts';
import type { Reading } from '../graph/retry.ts';
import { nameGrantedRoles, type RoleCatalogue } from './role-catalogue.ts';
import type { AccessToken } from '../sign-in/token.ts';

/** What the answers are made from; each is asked for once per session. */
export interface Sources {
  readonly cloud: Cloud;
  readonly tenantId: string;
  readonly secret: ProviderSecret;
  readonly discovery: DiscoveryOptions;
  readonly now: Clock;
  readonly catalogue: RoleCatalogue;
  readonly token: () => Promise<Reading<AccessToken>>;
  /** Asks for one kind of evidence. Refused when there is no token: the reason is the token's. */
  readonly graph: (kind: EvidenceKind) => Promise<GraphClient | Refusal>;
}

export type Questions = { readonly [K in EvidenceKind]: () => Promise<Answer<EvidenceByKind[K]>> };

/** The table of contents of what this provider can find out, and which answer needs which. */
export function createQuestions(sources: Sources): Questions {
  const { graph, secret, discovery, tenantId, cloud, now } = sources;
  const token = once(() => readToken(sources));
  const organization = once(() => readOrganization(sources));
  const servicePrincipal = once(() => readServicePrincipal(sources));
  return {
    ...createProbes(sources),
    credential_shape: once(() => readCredentialShape(secret, now())),
    directory: once(() => readDirectory(tenantId, cloud, discovery)),
    token,
    organization,
    service_principal: servicePrincipal,
    app_role_assignments: once(async () => readAssignments(sources, await servicePrincipal())),
    credential_expiry: once(() =>
      withClient(graph('credential_expiry'), (client) => readExpiry(client, secret, now())),
    ),
    licences: once(() => withClient(graph('licences'), readLicences)),
    mdm_authority: once(async () => readAuthority(sources, await organization())),
    delegated_admin: once(() => withClient(graph('delegated_admin'), readDelegatedAdmin)),
  };
}

function createProbes({ graph }: Sources): Pick<Questions, ProbeKind> {
  const entries = workloads.map((workload) => {
    const kind: ProbeKind = `probe_${workload}`;
    return [kind, once(() => withClient(graph(kind), (client) => probe(client, workload)))] as const;
  });
  return Object.fromEntries(entries) as Pick<Questions, ProbeKind>;
}

async function withClient<T>(
  graph: Promise<GraphClient | Refusal>,
  ask: (client: GraphClient) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const client = await graph;
  return isRefusal(client) ? client : await ask(client);
}

async function readToken({ token }: Sources): Promise<Answer<TokenEvidence>> {
  const reading = await token();
  return reading.kind === 'unreadable' ? reading : { ...reading, value: { claims: reading.value.claims } };
}

async function readOrganization({ graph }: Sources): Promise<Answer<OrganizationEvidence>> {
  const client = await graph('organization');
  if (isRefusal(client)) return client;
  const reading = await client.list('/organization?$select=id,displayName,verifiedDomains,tenantType');
  if (reading.kind === 'unreadable') return reading;
  const organization = reading.value[0] ?? null;
  const id = stringAt(organization, 'id');
  if (id === null) return malformed(reading);
  return { ...reading, value: { id, displayName: stringAt(organization, 'displayName') } };
}

async function readServicePrincipal({ graph, secret }: Sources): Promise<Answer<ServicePrincipalEvidence>> {
  const client = await graph('service_principal');
  if (isRefusal(client)) return client;
  const fields = 'id,appId,displayName,accountEnabled,appOwnerOrganizationId,servicePrincipalType';
  const reading = await client.get(`/servicePrincipals(appId='${secret.clientId}')?$select=${fields}`);
  if (reading.kind === 'read') return toServicePrincipal(reading);
  if (reading.status !== 404) return reading;
  return { kind: 'read', value: { servicePrincipal: null }, pointers: reading.pointers };
}

async function readAssignments(
  { graph, catalogue, cloud }: Sources,
  principal: Answer<ServicePrincipalEvidence>,
): Promise<Answer<AppRoleAssignmentsEvidence>> {
  if (principal.kind === 'unreadable') return principal;
  const id = principal.value.servicePrincipal?.id;
  if (id === undefined) return refusal('app.service_principal_missing', { pointers: principal.pointers });
  const client = await graph('app_role_assignments');
  if (isRefusal(client)) return client;
  const assignments = await client.list(`/servicePrincipals/${encodeURIComponent(id)}/appRoleAssignments`);
  if (assignments.kind === 'unreadable') return assignments;
  const granted = await nameGrantedRoles(assignments.value, client, { catalogue, cloud: cloud.loginOrigin });
  return { ...assignments, value: { granted } };
}

async function readLicences(client: GraphClient): Promise<Answer<LicencesEvidence>> {
  const fields = 'skuId,skuPartNumber,capabilityStatus,servicePlans';
  const reading = await client.list(`/subscribedSkus?$select=${fields}`);
  if (reading.kind === 'unreadable') return reading;
  const value = toLicences(reading.value);
  return value === null ? malformed(reading) : { ...reading, value };
}

async function readAuthority(
  { graph }: Sources,
  organization: Answer<OrganizationEvidence>,
): Promise<Answer<MdmAuthorityEvidence>> {
  if (organization.kind === 'unreadable') return organization;
  return await withClient(graph('mdm_authority'), (client) =>
    readMdmAuthority(client, organization.value.id),
  );
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
