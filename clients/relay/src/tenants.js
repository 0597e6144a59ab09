import { graphql } from 'relay-runtime';

export const workspaceFragment = graphql`
  fragment tenants_workspace on Workspace
  @refetchable(queryName: "tenantsPaginationQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 3 }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  ) {
    name
    tenants(first: $first, after: $after, last: $last, before: $before) @connection(key: "tenants_tenants") {
      edges {
        node {
          id
          name
          ...tenants_tenant
        }
      }
    }
  }
`;
export const tenantFragment = graphql`
  fragment tenants_tenant on Tenant @refetchable(queryName: "tenantsRefetchQuery") {
    name
    readiness
    providerConnections {
      id
      displayName
    }
    latestVerification {
      id
      status
    }
  }
`;
export const query = graphql`
  query tenantsQuery {
    viewer {
      user {
        id
        displayName
      }
      workspaces {
        id
        name
        ...tenants_workspace
      }
    }
  }
`;
export const subscription = graphql`
  subscription tenantsSubscription($id: ID!) {
    operationRun(id: $id) {
      id
      status
    }
  }
`;
export const mutation = graphql`
  mutation tenantsMutation($input: StartVerificationInput!) {
    startVerification(input: $input) {
      result
      run {
        id
        status
      }
    }
  }
`;
