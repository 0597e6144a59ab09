import { useSend } from '../../api/action.ts';
import { graphql } from '../../gql/gql.ts';
import type { WorkspaceRole } from '../../gql/graphql.ts';

const SetWorkspaceMemberMutation = graphql(`
  mutation SetWorkspaceMember($input: SetWorkspaceMemberInput!) {
    setWorkspaceMember(input: $input) {
      workspace {
        id
        role
      }
    }
  }
`);

const RemoveWorkspaceMemberMutation = graphql(`
  mutation RemoveWorkspaceMember($input: RemoveWorkspaceMemberInput!) {
    removeWorkspaceMember(input: $input) {
      workspace {
        id
      }
    }
  }
`);

const SetTenantMemberMutation = graphql(`
  mutation SetTenantMember($input: SetTenantMemberInput!) {
    setTenantMember(input: $input) {
      tenant {
        id
      }
    }
  }
`);

const RemoveTenantMemberMutation = graphql(`
  mutation RemoveTenantMember($input: RemoveTenantMemberInput!) {
    removeTenantMember(input: $input) {
      tenant {
        id
      }
    }
  }
`);

/** By ID a person in the list; by address also someone who is not known here yet. */
export type Who =
  { readonly userId: string } | { readonly email: string; readonly displayName?: string | null };

/** The same two things for a workspace and for a tenant. They reject with what the API says; the list is refetched. */
export interface MemberChanges {
  readonly set: (who: Who, role: WorkspaceRole) => Promise<unknown>;
  readonly remove: (userId: string) => Promise<unknown>;
}

export function useWorkspaceMemberChanges(workspaceId: string): MemberChanges {
  const set = useSend(SetWorkspaceMemberMutation);
  const remove = useSend(RemoveWorkspaceMemberMutation);
  return {
    set: (who, role) => set({ input: { workspaceId, role, ...who } }),
    remove: (userId) => remove({ input: { workspaceId, userId } }),
  };
}

export function useTenantMemberChanges(tenantId: string): MemberChanges {
  const set = useSend(SetTenantMemberMutation);
  const remove = useSend(RemoveTenantMemberMutation);
  return {
    set: (who, role) => set({ input: { tenantId, role, ...who } }),
    remove: (userId) => remove({ input: { tenantId, userId } }),
  };
}
