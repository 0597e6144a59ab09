import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
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

/** By id whoever is in the list; by address also somebody whom nobody here knows yet. */
export type Who =
  { readonly userId: string } | { readonly email: string; readonly displayName?: string | null };

/** The same two things for a workspace and for a tenant. They reject with what the API says; the list is asked for anew. */
export interface MemberChanges {
  readonly set: (who: Who, role: WorkspaceRole) => Promise<unknown>;
  readonly remove: (userId: string) => Promise<unknown>;
}

export function useWorkspaceMemberChanges(workspaceId: string): MemberChanges {
  const client = useApolloClient();
  return useMemo(
    () => ({
      set: (who, role) =>
        client.mutate({
          mutation: SetWorkspaceMemberMutation,
          variables: { input: { workspaceId, role, ...who } },
        }),
      remove: (userId) =>
        client.mutate({
          mutation: RemoveWorkspaceMemberMutation,
          variables: { input: { workspaceId, userId } },
        }),
    }),
    [client, workspaceId],
  );
}

export function useTenantMemberChanges(tenantId: string): MemberChanges {
  const client = useApolloClient();
  return useMemo(
    () => ({
      set: (who, role) =>
        client.mutate({
          mutation: SetTenantMemberMutation,
          variables: { input: { tenantId, role, ...who } },
        }),
      remove: (userId) =>
        client.mutate({ mutation: RemoveTenantMemberMutation, variables: { input: { tenantId, userId } } }),
    }),
    [client, tenantId],
  );
}
