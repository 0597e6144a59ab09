import { permissionProfiles } from '../../connections/permission-profiles.ts';
import type { Answer, EvidenceByKind, EvidenceKind, Pointer } from '../../provider/provider.ts';
import type { ReasonCode } from '../../reasons/reasons.ts';

/** Holds at least the kinds the check and the checks before it asked for. */
export type Evidence = { readonly [K in EvidenceKind]?: Answer<EvidenceByKind[K]> };

const [organization, application] = permissionProfiles.read;

/** Any one of them opens the read; the first is the least and the one we ask for (learn.microsoft.com/graph/permissions-reference). */
const openers: Partial<Record<EvidenceKind, readonly string[]>> = {
  organization: organization.anyOf,
  mdm_authority: organization.anyOf,
  licences: [...organization.anyOf, 'LicenseAssignment.Read.All'],
  service_principal: application.anyOf,
  app_role_assignments: application.anyOf,
  credential_expiry: application.anyOf,
  delegated_admin: ['DelegatedAdminRelationship.Read.All'],
};

/** The permission a refused read lacks. Nothing where the token carries one that should have opened it, or is opaque. */
export function lackedPermission(kind: EvidenceKind, reason: ReasonCode, evidence: Evidence): Pointer[] {
  const [least, ...others] = openers[kind] ?? [];
  const roles = tokenRoles(evidence);
  if (reason !== 'permission.missing' || least === undefined || roles === null) return [];
  return [least, ...others].some((role) => roles.includes(role))
    ? []
    : [{ kind: 'permission', value: least }];
}

/** null: there is no token, or it is opaque. */
export function tokenRoles({ token }: Evidence): readonly string[] | null {
  return token?.kind === 'read' ? (token.value.claims?.roles ?? null) : null;
}
