import { permissionProfiles } from '../../connections/permission-profiles.ts';
import type { Answer, EvidenceByKind, EvidenceKind, Pointer, Unreadable } from '../../provider/provider.ts';
import type { ReasonCode } from '../../reasons/reasons.ts';
import { isOverdue } from '../../connections/propagation.ts';

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

interface Circumstances {
  readonly evidence: Evidence;
  readonly grantedSince?: ReadonlyMap<string, Date>;
  readonly now: Date;
}

/**
 * Why a read was refused, and the permission it is about. Where the token carries one that should have opened it, no one
 * is asked to grant it: it is waited for, and after a day something else is wrong.
 */
export function whyUnread(
  kind: EvidenceKind,
  { reason, pointers }: Unreadable,
  { evidence, grantedSince, now }: Circumstances,
): { readonly reason: ReasonCode; readonly pointers: readonly Pointer[] } {
  const [least, ...others] = openers[kind] ?? [];
  const roles = tokenRoles(evidence);
  if (reason !== 'permission.missing' || least === undefined || roles === null) return { reason, pointers };
  const held = [least, ...others].find((role) => roles.includes(role));
  const named = [{ kind: 'permission', value: held ?? least }, ...pointers];
  if (held === undefined) return { reason, pointers: named };
  const isOld = isOverdue(grantedSince?.get(least), now);
  return {
    reason: isOld ? 'permission.granted_but_refused' : 'permission.not_yet_effective',
    pointers: named,
  };
}

/** What the token carries of the permissions that open the directory, each by the least that would do. */
export function openersInToken(evidence: Evidence): string[] {
  const roles = tokenRoles(evidence) ?? [];
  const held = Object.values(openers).filter((anyOf) => anyOf.some((role) => roles.includes(role)));
  return [...new Set(held.flatMap(([least]) => least ?? []))];
}

/** null: there is no token, or it is opaque. */
export function tokenRoles({ token }: Evidence): readonly string[] | null {
  return token?.kind === 'read' ? (token.value.claims?.roles ?? null) : null;
}
