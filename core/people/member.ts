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
  /** As given on the tenant; owner for owners of the workspace who were given none. */
  readonly role: Role;
  /** The lower of this and their role in the workspace. */
  readonly effectiveRole: Role;
  /** Whether the role was given on the tenant, so that it can be taken away. */
  readonly isGiven: boolean;
}

/** `expired`: at the end of its time. One that was revoked stays revoked when its time is over. */
export const apiTokenStatuses = ['active', 'expired', 'revoked'] as const;
export type ApiTokenStatus = (typeof apiTokenStatuses)[number];

/** Everything but the token itself, which no one can read again. */
export interface ApiToken {
  readonly id: number;
  readonly userId: number;
  readonly workspaceId: number;
  readonly name: string;
  /** Its first characters, to recognise it by. */
  readonly prefix: string;
  /** null: everything its user may do, now and later. */
  readonly scopes: readonly Capability[] | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
  /** As of when it was read. */
  readonly status: ApiTokenStatus;
}
