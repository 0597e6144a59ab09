import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import type { AppRole } from './app-roles.ts';
import type { Fault } from '../control/faults.ts';
import {
  now,
  type Application,
  type CloudState,
  type FederatedCredential,
  type ServicePrincipal,
} from '../state.ts';

export type NewFault = Omit<Fault, 'ofScenario' | 'seen'>;

/** What tests and the control interface do to the cloud while it runs. */

export function addFault(state: CloudState, fault: NewFault): void {
  state.faults.unshift({ ...fault, seen: 0 });
}

export function clearFaults(state: CloudState): void {
  const kept = state.faults.filter(({ ofScenario }) => ofScenario);
  state.faults.splice(0, state.faults.length, ...kept);
}

/** The old secret stops working at once, as when someone deletes it in the portal. */
export function rotateSecret(
  state: CloudState,
  clientId: string,
  secret: { value: string; endDateTime: Date },
): void {
  getApplication(state, clientId).secrets = [{ ...secret, keyId: randomUUID() }];
}

export function addCertificate(state: CloudState, clientId: string, pem: string): void {
  const certificate = new X509Certificate(pem);
  getApplication(state, clientId).certificates.push({
    keyId: randomUUID(),
    publicKey: certificate.publicKey,
    thumbprint: createHash('sha256').update(certificate.raw).digest('hex').toUpperCase(),
    startDateTime: new Date(certificate.validFrom),
    endDateTime: new Date(certificate.validTo),
  });
}

export function addFederatedCredential(
  state: CloudState,
  clientId: string,
  credential: FederatedCredential,
): void {
  getApplication(state, clientId).federatedCredentials.push(credential);
}

export interface RoleChange {
  readonly tenantId: string;
  readonly clientId: string;
  readonly role: AppRole;
  /** The directory knows at once; tokens follow after so long. */
  readonly effectiveAfterMs?: number;
}

export function grantRole(state: CloudState, { role, effectiveAfterMs = 0, ...where }: RoleChange): void {
  const principal = getServicePrincipal(state, where);
  principal.roleAssignments = [
    ...principal.roleAssignments.filter((assignment) => assignment.role !== role),
    { role, listed: true, effectiveFrom: now(state).getTime() + effectiveAfterMs, effectiveUntil: Infinity },
  ];
}

export function revokeRole(state: CloudState, { role, effectiveAfterMs = 0, ...where }: RoleChange): void {
  const principal = getServicePrincipal(state, where);
  const effectiveUntil = now(state).getTime() + effectiveAfterMs;
  principal.roleAssignments = principal.roleAssignments.map((assignment) =>
    assignment.role === role ? { ...assignment, listed: false, effectiveUntil } : assignment,
  );
}

/** Makes a list of one directory hold exactly these, e.g. at `/groups`. */
export function setCollection(
  state: CloudState,
  { tenantId, path, items }: { tenantId: string; path: string; items: readonly Record<string, unknown>[] },
): void {
  const tenant = state.tenants.get(tenantId);
  if (tenant === undefined) throw new Error(`No directory ${tenantId}`);
  tenant.collections.set(path, items);
}

function getApplication(state: CloudState, clientId: string): Application {
  const application = state.applications.get(clientId);
  if (application === undefined) throw new Error(`No application ${clientId}`);
  return application;
}

function getServicePrincipal(
  state: CloudState,
  { tenantId, clientId }: { tenantId: string; clientId: string },
): ServicePrincipal {
  const principal = state.tenants.get(tenantId)?.servicePrincipals.get(clientId);
  if (principal === undefined) throw new Error(`No service principal of ${clientId} in ${tenantId}`);
  return principal;
}
