/** What the tools ask: each is one operation of the API, and on its list where only listed operations are answered. */
export const mcpDocuments = {
  workspaces: `query McpWorkspaces { viewer { workspaces { id name role timeZone } } }`,
  fleet: `query McpFleet(
  $workspaceId: ID!, $readiness: [Readiness!], $search: String, $reason: String, $first: Int = 20, $after: String
) {
  workspace(id: $workspaceId) {
    id name
    verificationOverview { total ready needsAttention blocked neverVerified running }
    tenants(first: $first, after: $after, readiness: $readiness, search: $search, reason: $reason, status: [ACTIVE]) {
      nodes { id name readiness firstFailedAt lastGoodAt latestVerdict { id url verdict completedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  why: `query McpWhy($tenantId: ID!) {
  tenant(id: $tenantId) {
    id name readiness firstFailedAt lastGoodAt
    nextRecheck { at message }
    latestVerdict {
      id url verdict completedAt
      failureSummary { reasonCode message }
      verificationReport {
        summary { overall counts { total pass fail warn unknown skip } }
        checks(status: [FAIL, WARN, UNKNOWN]) {
          key title status severity blocking reasonCode message
          nextSteps { label url }
          acknowledgement { reason expiresAt }
        }
      }
    }
  }
}`,
  changes: `query McpChanges($workspaceId: ID!, $tenantId: ID, $first: Int = 20, $after: String) {
  workspace(id: $workspaceId) {
    operationRuns(
      first: $first, after: $after, tenantId: $tenantId, status: [COMPLETED], types: ["provider.connection.check"]
    ) {
      nodes {
        id url verdict completedAt
        tenant { id name }
        verificationReport {
          changedSincePrevious
          changes { key title kind before after reasonBefore reasonAfter }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  report: `query McpReport($runId: ID!) {
  operationRun(id: $runId) {
    id url label status outcome verdict createdAt completedAt
    tenant { id name }
    failureSummary { reasonCode message }
    verificationReport {
      generatedAt
      summary { overall counts { total pass fail warn unknown skip } }
      checks { key title status severity blocking reasonCode message nextSteps { label url } }
    }
  }
}`,
  reasons: `query McpReasons($workspaceId: ID!, $first: Int! = 5) {
  workspace(id: $workspaceId) {
    reasonClusters(first: $first) {
      code message nextStep tenantCount blockedCount
      reason { actor severity retryable steps }
    }
  }
}`,
  progress: `query McpProgress($runId: ID!) {
  operationRun(id: $runId) {
    id url label status outcome verdict completedAt reasonCode
    tenant { id name }
    progress { completed total unit current }
  }
}`,
  start: `mutation McpStart($tenantId: ID!) {
  startVerification(input: { tenantId: $tenantId }) {
    result reasonCode
    nextSteps { label url }
    run { id url status }
  }
}`,
} as const;
