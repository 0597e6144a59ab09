/** Everything the command line asks: a server that answers listed operations only has them on its list. */
export const documents = {
  verify: `mutation Verify($tenantId: ID!) {
  startVerification(input: { tenantId: $tenantId }) { result run { id url tenant { name } } }
}`,
  followRun: `subscription FollowRun($id: ID!) {
  operationRun(id: $id) {
    id url status outcome verdict version durationMs
    tenant { name }
    failureSummary { code reasonCode message }
    verificationReport {
      summary { overall counts { total pass fail warn unknown skip } }
      checks { key title status severity reasonCode message nextSteps { label url } }
    }
  }
}`,
  findTenant: `query FindTenant($search: String!) {
  viewer { workspaces { name tenants(first: 100, search: $search) { nodes { id name tenantId externalId } } } }
}`,
  workspaces: `query Workspaces { viewer { workspaces { id slug name } } }`,
  tenants: `query Tenants($id: ID!, $after: String, $search: String, $readiness: [Readiness!]) {
  workspace(id: $id) { tenants(first: 100, after: $after, search: $search, readiness: $readiness, status: [ACTIVE]) {
    pageInfo { hasNextPage endCursor }
    nodes { id name tenantId externalId readiness latestVerdict { completedAt } } } } }`,
  watch: `subscription Watch($workspaceId: ID!, $tenantId: ID) {
  workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {
    id url label status outcome verdict version progress { completed total } tenant { name } } }`,
  runs: `query Runs($id: ID!, $tenantId: ID, $first: Int!) {
  workspace(id: $id) { operationRuns(first: $first, tenantId: $tenantId) {
    nodes { id url label status outcome verdict createdAt tenant { name } } } } }`,
  whoAmI: `query WhoAmI { viewer { user { displayName email } } }`,
} as const;
