/** B1: a page of tenants, each with its latest verification, as a fleet page would ask. */
export const latestDocument = `query Latest($workspaceId: ID!) {
  workspace(id: $workspaceId) {
    tenants(first: 50) {
      nodes {
        id
        name
        latestVerification {
          id
          status
          outcome
          outcomeBadge { label color icon }
          verificationReport {
            summary {
              overall
              counts { total pass fail warn skip unknown running }
            }
          }
        }
      }
    }
  }
}`;

export const pageSize = 50;
