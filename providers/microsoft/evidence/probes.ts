import type {
  Answer,
  DelegatedAdminEvidence,
  MdmAuthorityEvidence,
  ProbeEvidence,
} from '../../../core/provider/provider.ts';
import type { Workload } from '../../../core/workloads.ts';
import type { GraphClient, GraphGetOptions } from '../graph/graph.ts';
import { arrayAt, stringAt } from '../graph/json.ts';
import { malformed } from '../reasons/reasons.ts';

interface Probe {
  readonly path: string;
  readonly options?: GraphGetOptions;
}

/** The smallest read each workload knows: one item, its id. */
const probes: Record<Workload, Probe> = {
  configuration: { path: '/deviceManagement/deviceConfigurations?$top=1&$select=id' },
  apps: { path: '/deviceAppManagement/mobileApps?$top=1&$select=id' },
  devices: { path: '/deviceManagement/managedDevices?$top=1&$select=id' },
  enrolment: { path: '/deviceManagement/deviceEnrollmentConfigurations?$top=1&$select=id' },
  rbac: { path: '/deviceManagement/roleDefinitions?$top=1&$select=id' },
  scripts: { path: '/deviceManagement/deviceHealthScripts?$top=1&$select=id', options: { beta: true } },
  groups: { path: '/groups?$top=1&$select=id' },
  // One request a second per tenant, shared by all applications, and no Retry-After: asked once, never again.
  conditional_access: {
    path: '/identity/conditionalAccess/policies?$top=1&$select=id',
    options: { once: true },
  },
};

export async function probe(client: GraphClient, workload: Workload): Promise<Answer<ProbeEvidence>> {
  const { path, options } = probes[workload];
  const reading = await client.get(path, options);
  if (reading.kind === 'unreadable') return reading;
  const values = arrayAt(reading.value, 'value');
  if (values === null) return malformed(reading);
  return { ...reading, value: { items: values.length } };
}

/** Graph returns the property to whoever names it only. */
export async function readMdmAuthority(
  client: GraphClient,
  organizationId: string,
): Promise<Answer<MdmAuthorityEvidence>> {
  const path = `/organization/${encodeURIComponent(organizationId)}?$select=mobileDeviceManagementAuthority`;
  const reading = await client.get(path);
  if (reading.kind === 'unreadable') return reading;
  const authority = /^\w{1,40}$/.exec(stringAt(reading.value, 'mobileDeviceManagementAuthority') ?? '')?.[0];
  if (authority === undefined) return malformed(reading);
  return { ...reading, value: { authority } };
}

export async function readDelegatedAdmin(client: GraphClient): Promise<Answer<DelegatedAdminEvidence>> {
  const filter = encodeURIComponent("status eq 'active'");
  const reading = await client.list(
    `/tenantRelationships/delegatedAdminRelationships?$filter=${filter}&$select=id`,
  );
  if (reading.kind === 'unreadable') return reading;
  return { ...reading, value: { activeRelationships: reading.value.length } };
}
