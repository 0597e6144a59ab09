import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { Capability, WorkspaceRole } from '../../gql/graphql.ts';
import type { Option } from '../../ui/option-select.tsx';

const RoleCatalogFragment = graphql(`
  fragment RoleCatalog on RoleDefinition {
    role
    label
    capabilities {
      capability
      label
    }
  }
`);

export interface Allowed {
  readonly capability: Capability;
  readonly label: string;
}

export interface Role {
  readonly role: WorkspaceRole;
  readonly label: string;
  readonly capabilities: readonly Allowed[];
}

/** In ascending order of power, as the API gives them. */
export function readRoles(catalog: readonly FragmentType<typeof RoleCatalogFragment>[]): readonly Role[] {
  return readFragment(RoleCatalogFragment, catalog);
}

export function labelOf(roles: readonly Role[], role: WorkspaceRole): string {
  return roles.find((one) => one.role === role)?.label ?? role;
}

export function toRoleOptions(roles: readonly Role[]): readonly Option<WorkspaceRole>[] {
  return roles.map(({ role, label }) => ({ value: role, label }));
}

export function allowedTo(roles: readonly Role[], role: WorkspaceRole): readonly Allowed[] {
  return roles.find((one) => one.role === role)?.capabilities ?? [];
}

/** Everything that any role allows, each once. */
export function allCapabilities(roles: readonly Role[]): readonly Allowed[] {
  const byName = new Map(
    roles.flatMap(({ capabilities }) => capabilities.map((one) => [one.capability, one])),
  );
  return [...byName.values()];
}

/** What `role` allows and `other` does not. */
export function beyond(
  roles: readonly Role[],
  role: WorkspaceRole,
  other: WorkspaceRole,
): readonly Allowed[] {
  const others = new Set(allowedTo(roles, other).map(({ capability }) => capability));
  return allowedTo(roles, role).filter(({ capability }) => !others.has(capability));
}
