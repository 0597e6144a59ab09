import type { Capability, Role } from '../access/access.ts';
import type { User } from '../tenants/workspace.ts';

export interface WorkspaceMember {
  readonly user: User;
  readonly role: Role;
  readonly joinedAt: Date;
}

/** Someone entitled to a tenant: given a role on it, or an owner of its workspace, who needs none. */
export interface TenantMember {
  /** The tenant's row id. */
  readonly tenantId: number;
  readonly user: User;
  /** The role given on the tenant; owner for workspace owners who were given none. */
  readonly role: Role;
  /** The lower of this and their workspace role. */
  readonly effectiveRole: Role;
  /** Whether the role was given on the tenant and can therefore be removed. */
  readonly isGiven: boolean;
}

/** `expired`: its time is over. A token that was revoked stays `revoked` after that. */
export const apiTokenStatuses = ['active', 'expired', 'revoked'] as const;
export type ApiTokenStatus = (typeof apiTokenStatuses)[number];

/** Everything except the token itself, which no one can read again. */
export interface ApiToken {
  readonly id: number;
  readonly userId: number;
  readonly workspaceId: number;
  readonly name: string;
  /** Its first characters, to recognize it. */
  readonly prefix: string;
  /** null: everything its user may do, now and in the future. */
  readonly scopes: readonly Capability[] | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
  /** At the time it was read. */
  readonly status: ApiTokenStatus;
}
