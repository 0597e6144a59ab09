/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment SeenRun on OperationRun {\n    version\n  }\n": typeof types.SeenRunFragmentDoc,
    "\n  query AccountMenus {\n    viewer {\n      user {\n        id\n        displayName\n        email\n      }\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": typeof types.AccountMenusDocument,
    "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": typeof types.HomePageDocument,
    "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n": typeof types.ReasonsPageDocument,
    "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": typeof types.RunPageDocument,
    "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": typeof types.LiveRunDocument,
    "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n": typeof types.RunPageRunFragmentDoc,
    "\n  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantRunsDocument,
    "\n  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantSettledDocument,
    "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n": typeof types.LiveTenantDocument,
    "\n  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {\n    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {\n      ...HistoryItemLive\n      id\n      status\n    }\n  }\n": typeof types.LiveTenantRunsDocument,
    "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    operationTypes {\n      type\n      label\n    }\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantPageDocument,
    "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...TenantHead\n  }\n": typeof types.TenantPageTenantFragmentDoc,
    "\n  fragment TenantSettled on Tenant {\n    ...TenantNotices\n    ...TenantStanding\n    ...CapabilityMatrix\n    ...PermissionInventory\n  }\n": typeof types.TenantSettledFragmentDoc,
    "\n  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {\n    badgeCatalog {\n      ...ReadinessBadges\n    }\n    workspace(id: $id) {\n      id\n      name\n      role\n      ...ReadinessTiles\n      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {\n        edges {\n          cursor\n        }\n        ...TenantTable\n      }\n    }\n  }\n": typeof types.WorkspacePageDocument,
    "\n  query WorkspaceCounts($id: ID!) {\n    workspace(id: $id) {\n      id\n      ...ReadinessTiles\n    }\n  }\n": typeof types.WorkspaceCountsDocument,
    "\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.AcknowledgeCheckDocument,
    "\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.CheckAcknowledgementFragmentDoc,
    "\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.WithdrawAcknowledgementDocument,
    "\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n": typeof types.CheckItemFragmentDoc,
    "\n  fragment CheckList on VerificationCheck {\n    key\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    ...CheckItem\n  }\n": typeof types.CheckListFragmentDoc,
    "\n  fragment ReportChanges on VerificationReport {\n    previousReportId\n    changes {\n      key\n      title\n      kind\n      after\n      evidenceChanged\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n    }\n  }\n": typeof types.ReportChangesFragmentDoc,
    "\n  fragment ReportCounts on VerificationCounts {\n    pass\n    fail\n    warn\n    unknown\n    skip\n    running\n  }\n": typeof types.ReportCountsFragmentDoc,
    "\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...CheckList\n    }\n  }\n": typeof types.ReportPanelFragmentDoc,
    "\n  query StoredDocument($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      verificationReport {\n        document\n      }\n    }\n  }\n": typeof types.StoredDocumentDocument,
    "\n  fragment AcceptRemovals on OperationRun {\n    version\n    type\n    failureSummary {\n      code\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": typeof types.AcceptRemovalsFragmentDoc,
    "\n  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {\n    startOperation(\n      input: {\n        type: $type\n        tenantId: $tenantId\n        providerConnectionId: $providerConnectionId\n        acceptRemovals: true\n      }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.AcceptRemovalsDocument,
    "\n  fragment CancelButton on OperationRun {\n    id\n    version\n    status\n    cancelRequestedAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.CancelButtonFragmentDoc,
    "\n  mutation CancelRun($runId: ID!) {\n    cancelOperationRun(input: { runId: $runId }) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.CancelRunDocument,
    "\n  fragment RehearsalNotice on OperationRun {\n    version\n    isRehearsal\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n    }\n  }\n": typeof types.RehearsalNoticeFragmentDoc,
    "\n  fragment RunBadges on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n  }\n": typeof types.RunBadgesFragmentDoc,
    "\n  fragment RunCounts on OperationRun {\n    version\n    summaryCounts\n  }\n": typeof types.RunCountsFragmentDoc,
    "\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n": typeof types.RunFactsFragmentDoc,
    "\n  fragment RunHead on OperationRun {\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": typeof types.RunHeadFragmentDoc,
    "\n  fragment RunProblems on OperationRun {\n    version\n    outcome\n    reasonCode\n    nextSteps {\n      label\n      url\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      schemaVersion\n    }\n    ...AcceptRemovals\n  }\n": typeof types.RunProblemsFragmentDoc,
    "\n  fragment RunReport on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    verificationReport {\n      ...ReportPanel\n    }\n  }\n": typeof types.RunReportFragmentDoc,
    "\n  fragment RunTime on OperationRun {\n    version\n    status\n    createdAt\n    startedAt\n    durationMs\n  }\n": typeof types.RunTimeFragmentDoc,
    "\n  fragment RunTimeline on OperationRun {\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      at\n      message\n    }\n  }\n": typeof types.RunTimelineFragmentDoc,
    "\n  mutation ArchiveTenant($tenantId: ID!) {\n    archiveTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": typeof types.ArchiveTenantDocument,
    "\n  fragment CapabilityMatrix on Tenant {\n    id\n    capabilityMatrix {\n      workload\n      label\n      readBadge {\n        label\n        color\n        icon\n      }\n      writeBadge {\n        label\n        color\n        icon\n      }\n      message\n    }\n  }\n": typeof types.CapabilityMatrixFragmentDoc,
    "\n  fragment TenantChanged on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    tenantId\n    externalId\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": typeof types.TenantChangedFragmentDoc,
    "\n  mutation RestoreTenant($tenantId: ID!) {\n    updateTenant(input: { tenantId: $tenantId, status: ACTIVE }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": typeof types.RestoreTenantDocument,
    "\n  mutation SetCurrentTenant($tenantId: ID!) {\n    setCurrentTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": typeof types.SetCurrentTenantDocument,
    "\n  fragment DefaultSwitch on ProviderConnection {\n    id\n    displayName\n    provider\n    isDefault\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.DefaultSwitchFragmentDoc,
    "\n  mutation MakeDefault($connectionId: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $connectionId }) {\n      providerConnection {\n        id\n        tenant {\n          id\n          providerConnections {\n            id\n            isDefault\n            actions {\n              action\n              enabled\n              disabledReason\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MakeDefaultDocument,
    "\n  fragment EditTenantDialog on Tenant {\n    id\n    name\n    tenantId\n    externalId\n  }\n": typeof types.EditTenantDialogFragmentDoc,
    "\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": typeof types.UpdateTenantDocument,
    "\n  fragment HistoryChanges on VerificationReport {\n    changes {\n      key\n      title\n      kind\n      before\n      after\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n      evidenceChanged\n    }\n  }\n": typeof types.HistoryChangesFragmentDoc,
    "\n  fragment HistoryItem on OperationRun {\n    ...HistoryItemLive\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n      ...HistoryChanges\n    }\n  }\n": typeof types.HistoryItemFragmentDoc,
    "\n  fragment HistoryItemLive on OperationRun {\n    id\n    version\n    label\n    isRehearsal\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n": typeof types.HistoryItemLiveFragmentDoc,
    "\n  fragment LatestAttempt on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n      ...RunReport\n      verificationReport {\n        ...HistoryChanges\n      }\n    }\n  }\n": typeof types.LatestAttemptFragmentDoc,
    "\n  fragment NextRecheck on Tenant {\n    id\n    nextRecheck {\n      at\n      message\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.NextRecheckFragmentDoc,
    "\n  mutation StopRecheck($tenantId: ID!) {\n    stopVerificationRecheck(input: { tenantId: $tenantId }) {\n      tenant {\n        id\n        nextRecheck {\n          at\n          message\n        }\n      }\n    }\n  }\n": typeof types.StopRecheckDocument,
    "\n  fragment OutcomeMark on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": typeof types.OutcomeMarkFragmentDoc,
    "\n  fragment PermissionGroup on TenantPermission {\n    permission\n    requiredFor\n    stateBadge {\n      label\n      color\n      icon\n    }\n    meaning\n  }\n": typeof types.PermissionGroupFragmentDoc,
    "\n  fragment PermissionInventory on Tenant {\n    id\n    permissions {\n      state\n      need\n      checkedAt\n      ...PermissionGroup\n    }\n  }\n": typeof types.PermissionInventoryFragmentDoc,
    "\n  fragment StandingFacts on Tenant {\n    id\n    lastGoodAt\n    firstFailedAt\n    workspace {\n      id\n    }\n    findings(first: 1, status: [NEW]) {\n      totalCount\n    }\n    ...NextRecheck\n  }\n": typeof types.StandingFactsFragmentDoc,
    "\n  mutation StartOperation($tenantId: ID!, $type: String!) {\n    startOperation(input: { tenantId: $tenantId, type: $type }) {\n      result\n      run {\n        id\n        label\n      }\n    }\n  }\n": typeof types.StartOperationDocument,
    "\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": typeof types.StartVerificationDocument,
    "\n  fragment TenantConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n    ...DefaultSwitch\n  }\n": typeof types.TenantConnectionFragmentDoc,
    "\n  fragment TenantConnections on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      ...TenantConnection\n      ...DefaultSwitch\n    }\n  }\n": typeof types.TenantConnectionsFragmentDoc,
    "\n  fragment TenantHead on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...TenantMenu\n    ...VerifyButton\n  }\n": typeof types.TenantHeadFragmentDoc,
    "\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...HistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.TenantHistoryFragmentDoc,
    "\n  fragment TenantMenu on Tenant {\n    id\n    name\n    status\n    isCurrent\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditTenantDialog\n  }\n": typeof types.TenantMenuFragmentDoc,
    "\n  fragment TenantNotices on Tenant {\n    id\n    name\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    onboardingSession {\n      id\n      status\n    }\n  }\n": typeof types.TenantNoticesFragmentDoc,
    "\n  fragment TenantStanding on Tenant {\n    id\n    verifications: operationRuns(first: 30, types: [\"provider.connection.check\"]) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          isRehearsal\n          verificationReport {\n            summary {\n              overall\n            }\n          }\n          ...OutcomeMark\n        }\n      }\n    }\n    ...StandingFacts\n  }\n": typeof types.TenantStandingFragmentDoc,
    "\n  fragment VerifyButton on Tenant {\n    id\n    name\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n  }\n": typeof types.VerifyButtonFragmentDoc,
    "\n  subscription LiveTenantRow($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        id\n        ...TenantRow\n      }\n    }\n  }\n": typeof types.LiveTenantRowDocument,
    "\n  fragment ReadinessBadges on BadgeDomain {\n    name\n    definitions {\n      value\n      badge {\n        label\n        color\n        icon\n      }\n    }\n  }\n": typeof types.ReadinessBadgesFragmentDoc,
    "\n  fragment ReadinessTiles on Workspace {\n    id\n    verificationOverview {\n      ready\n      needsAttention\n      blocked\n      running\n      neverVerified\n      total\n    }\n  }\n": typeof types.ReadinessTilesFragmentDoc,
    "\n  fragment TenantRow on Tenant {\n    id\n    name\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    latestVerification {\n      id\n      ...LatestCell\n    }\n    ...VerifyButton\n  }\n": typeof types.TenantRowFragmentDoc,
    "\n  fragment LatestCell on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n    }\n    createdAt\n    completedAt\n  }\n": typeof types.LatestCellFragmentDoc,
    "\n  fragment TenantTable on TenantConnection {\n    edges {\n      cursor\n      node {\n        id\n        latestVerification {\n          id\n          version\n          status\n        }\n        ...TenantRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": typeof types.TenantTableFragmentDoc,
};
const documents: Documents = {
    "\n  fragment SeenRun on OperationRun {\n    version\n  }\n": types.SeenRunFragmentDoc,
    "\n  query AccountMenus {\n    viewer {\n      user {\n        id\n        displayName\n        email\n      }\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": types.AccountMenusDocument,
    "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": types.HomePageDocument,
    "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n": types.ReasonsPageDocument,
    "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": types.RunPageDocument,
    "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": types.LiveRunDocument,
    "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n": types.RunPageRunFragmentDoc,
    "\n  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n": types.TenantRunsDocument,
    "\n  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": types.TenantSettledDocument,
    "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n": types.LiveTenantDocument,
    "\n  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {\n    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {\n      ...HistoryItemLive\n      id\n      status\n    }\n  }\n": types.LiveTenantRunsDocument,
    "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    operationTypes {\n      type\n      label\n    }\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": types.TenantPageDocument,
    "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...TenantHead\n  }\n": types.TenantPageTenantFragmentDoc,
    "\n  fragment TenantSettled on Tenant {\n    ...TenantNotices\n    ...TenantStanding\n    ...CapabilityMatrix\n    ...PermissionInventory\n  }\n": types.TenantSettledFragmentDoc,
    "\n  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {\n    badgeCatalog {\n      ...ReadinessBadges\n    }\n    workspace(id: $id) {\n      id\n      name\n      role\n      ...ReadinessTiles\n      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {\n        edges {\n          cursor\n        }\n        ...TenantTable\n      }\n    }\n  }\n": types.WorkspacePageDocument,
    "\n  query WorkspaceCounts($id: ID!) {\n    workspace(id: $id) {\n      id\n      ...ReadinessTiles\n    }\n  }\n": types.WorkspaceCountsDocument,
    "\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": types.AcknowledgeCheckDocument,
    "\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n": types.CheckAcknowledgementFragmentDoc,
    "\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n": types.WithdrawAcknowledgementDocument,
    "\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n": types.CheckItemFragmentDoc,
    "\n  fragment CheckList on VerificationCheck {\n    key\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    ...CheckItem\n  }\n": types.CheckListFragmentDoc,
    "\n  fragment ReportChanges on VerificationReport {\n    previousReportId\n    changes {\n      key\n      title\n      kind\n      after\n      evidenceChanged\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n    }\n  }\n": types.ReportChangesFragmentDoc,
    "\n  fragment ReportCounts on VerificationCounts {\n    pass\n    fail\n    warn\n    unknown\n    skip\n    running\n  }\n": types.ReportCountsFragmentDoc,
    "\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...CheckList\n    }\n  }\n": types.ReportPanelFragmentDoc,
    "\n  query StoredDocument($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      verificationReport {\n        document\n      }\n    }\n  }\n": types.StoredDocumentDocument,
    "\n  fragment AcceptRemovals on OperationRun {\n    version\n    type\n    failureSummary {\n      code\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": types.AcceptRemovalsFragmentDoc,
    "\n  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {\n    startOperation(\n      input: {\n        type: $type\n        tenantId: $tenantId\n        providerConnectionId: $providerConnectionId\n        acceptRemovals: true\n      }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": types.AcceptRemovalsDocument,
    "\n  fragment CancelButton on OperationRun {\n    id\n    version\n    status\n    cancelRequestedAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.CancelButtonFragmentDoc,
    "\n  mutation CancelRun($runId: ID!) {\n    cancelOperationRun(input: { runId: $runId }) {\n      run {\n        id\n      }\n    }\n  }\n": types.CancelRunDocument,
    "\n  fragment RehearsalNotice on OperationRun {\n    version\n    isRehearsal\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n    }\n  }\n": types.RehearsalNoticeFragmentDoc,
    "\n  fragment RunBadges on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n  }\n": types.RunBadgesFragmentDoc,
    "\n  fragment RunCounts on OperationRun {\n    version\n    summaryCounts\n  }\n": types.RunCountsFragmentDoc,
    "\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n": types.RunFactsFragmentDoc,
    "\n  fragment RunHead on OperationRun {\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": types.RunHeadFragmentDoc,
    "\n  fragment RunProblems on OperationRun {\n    version\n    outcome\n    reasonCode\n    nextSteps {\n      label\n      url\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      schemaVersion\n    }\n    ...AcceptRemovals\n  }\n": types.RunProblemsFragmentDoc,
    "\n  fragment RunReport on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    verificationReport {\n      ...ReportPanel\n    }\n  }\n": types.RunReportFragmentDoc,
    "\n  fragment RunTime on OperationRun {\n    version\n    status\n    createdAt\n    startedAt\n    durationMs\n  }\n": types.RunTimeFragmentDoc,
    "\n  fragment RunTimeline on OperationRun {\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      at\n      message\n    }\n  }\n": types.RunTimelineFragmentDoc,
    "\n  mutation ArchiveTenant($tenantId: ID!) {\n    archiveTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": types.ArchiveTenantDocument,
    "\n  fragment CapabilityMatrix on Tenant {\n    id\n    capabilityMatrix {\n      workload\n      label\n      readBadge {\n        label\n        color\n        icon\n      }\n      writeBadge {\n        label\n        color\n        icon\n      }\n      message\n    }\n  }\n": types.CapabilityMatrixFragmentDoc,
    "\n  fragment TenantChanged on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    tenantId\n    externalId\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": types.TenantChangedFragmentDoc,
    "\n  mutation RestoreTenant($tenantId: ID!) {\n    updateTenant(input: { tenantId: $tenantId, status: ACTIVE }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": types.RestoreTenantDocument,
    "\n  mutation SetCurrentTenant($tenantId: ID!) {\n    setCurrentTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": types.SetCurrentTenantDocument,
    "\n  fragment DefaultSwitch on ProviderConnection {\n    id\n    displayName\n    provider\n    isDefault\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.DefaultSwitchFragmentDoc,
    "\n  mutation MakeDefault($connectionId: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $connectionId }) {\n      providerConnection {\n        id\n        tenant {\n          id\n          providerConnections {\n            id\n            isDefault\n            actions {\n              action\n              enabled\n              disabledReason\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MakeDefaultDocument,
    "\n  fragment EditTenantDialog on Tenant {\n    id\n    name\n    tenantId\n    externalId\n  }\n": types.EditTenantDialogFragmentDoc,
    "\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n": types.UpdateTenantDocument,
    "\n  fragment HistoryChanges on VerificationReport {\n    changes {\n      key\n      title\n      kind\n      before\n      after\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n      evidenceChanged\n    }\n  }\n": types.HistoryChangesFragmentDoc,
    "\n  fragment HistoryItem on OperationRun {\n    ...HistoryItemLive\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n      ...HistoryChanges\n    }\n  }\n": types.HistoryItemFragmentDoc,
    "\n  fragment HistoryItemLive on OperationRun {\n    id\n    version\n    label\n    isRehearsal\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n": types.HistoryItemLiveFragmentDoc,
    "\n  fragment LatestAttempt on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n      ...RunReport\n      verificationReport {\n        ...HistoryChanges\n      }\n    }\n  }\n": types.LatestAttemptFragmentDoc,
    "\n  fragment NextRecheck on Tenant {\n    id\n    nextRecheck {\n      at\n      message\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.NextRecheckFragmentDoc,
    "\n  mutation StopRecheck($tenantId: ID!) {\n    stopVerificationRecheck(input: { tenantId: $tenantId }) {\n      tenant {\n        id\n        nextRecheck {\n          at\n          message\n        }\n      }\n    }\n  }\n": types.StopRecheckDocument,
    "\n  fragment OutcomeMark on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": types.OutcomeMarkFragmentDoc,
    "\n  fragment PermissionGroup on TenantPermission {\n    permission\n    requiredFor\n    stateBadge {\n      label\n      color\n      icon\n    }\n    meaning\n  }\n": types.PermissionGroupFragmentDoc,
    "\n  fragment PermissionInventory on Tenant {\n    id\n    permissions {\n      state\n      need\n      checkedAt\n      ...PermissionGroup\n    }\n  }\n": types.PermissionInventoryFragmentDoc,
    "\n  fragment StandingFacts on Tenant {\n    id\n    lastGoodAt\n    firstFailedAt\n    workspace {\n      id\n    }\n    findings(first: 1, status: [NEW]) {\n      totalCount\n    }\n    ...NextRecheck\n  }\n": types.StandingFactsFragmentDoc,
    "\n  mutation StartOperation($tenantId: ID!, $type: String!) {\n    startOperation(input: { tenantId: $tenantId, type: $type }) {\n      result\n      run {\n        id\n        label\n      }\n    }\n  }\n": types.StartOperationDocument,
    "\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": types.StartVerificationDocument,
    "\n  fragment TenantConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n    ...DefaultSwitch\n  }\n": types.TenantConnectionFragmentDoc,
    "\n  fragment TenantConnections on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      ...TenantConnection\n      ...DefaultSwitch\n    }\n  }\n": types.TenantConnectionsFragmentDoc,
    "\n  fragment TenantHead on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...TenantMenu\n    ...VerifyButton\n  }\n": types.TenantHeadFragmentDoc,
    "\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...HistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.TenantHistoryFragmentDoc,
    "\n  fragment TenantMenu on Tenant {\n    id\n    name\n    status\n    isCurrent\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditTenantDialog\n  }\n": types.TenantMenuFragmentDoc,
    "\n  fragment TenantNotices on Tenant {\n    id\n    name\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    onboardingSession {\n      id\n      status\n    }\n  }\n": types.TenantNoticesFragmentDoc,
    "\n  fragment TenantStanding on Tenant {\n    id\n    verifications: operationRuns(first: 30, types: [\"provider.connection.check\"]) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          isRehearsal\n          verificationReport {\n            summary {\n              overall\n            }\n          }\n          ...OutcomeMark\n        }\n      }\n    }\n    ...StandingFacts\n  }\n": types.TenantStandingFragmentDoc,
    "\n  fragment VerifyButton on Tenant {\n    id\n    name\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n  }\n": types.VerifyButtonFragmentDoc,
    "\n  subscription LiveTenantRow($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        id\n        ...TenantRow\n      }\n    }\n  }\n": types.LiveTenantRowDocument,
    "\n  fragment ReadinessBadges on BadgeDomain {\n    name\n    definitions {\n      value\n      badge {\n        label\n        color\n        icon\n      }\n    }\n  }\n": types.ReadinessBadgesFragmentDoc,
    "\n  fragment ReadinessTiles on Workspace {\n    id\n    verificationOverview {\n      ready\n      needsAttention\n      blocked\n      running\n      neverVerified\n      total\n    }\n  }\n": types.ReadinessTilesFragmentDoc,
    "\n  fragment TenantRow on Tenant {\n    id\n    name\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    latestVerification {\n      id\n      ...LatestCell\n    }\n    ...VerifyButton\n  }\n": types.TenantRowFragmentDoc,
    "\n  fragment LatestCell on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n    }\n    createdAt\n    completedAt\n  }\n": types.LatestCellFragmentDoc,
    "\n  fragment TenantTable on TenantConnection {\n    edges {\n      cursor\n      node {\n        id\n        latestVerification {\n          id\n          version\n          status\n        }\n        ...TenantRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": types.TenantTableFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SeenRun on OperationRun {\n    version\n  }\n"): (typeof documents)["\n  fragment SeenRun on OperationRun {\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountMenus {\n    viewer {\n      user {\n        id\n        displayName\n        email\n      }\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query AccountMenus {\n    viewer {\n      user {\n        id\n        displayName\n        email\n      }\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n"): (typeof documents)["\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n"): (typeof documents)["\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n"): (typeof documents)["\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n"): (typeof documents)["\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n"): (typeof documents)["\n  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n"): (typeof documents)["\n  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {\n    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {\n      ...HistoryItemLive\n      id\n      status\n    }\n  }\n"): (typeof documents)["\n  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {\n    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {\n      ...HistoryItemLive\n      id\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    operationTypes {\n      type\n      label\n    }\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n"): (typeof documents)["\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    operationTypes {\n      type\n      label\n    }\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...TenantHead\n  }\n"): (typeof documents)["\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...TenantHead\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantSettled on Tenant {\n    ...TenantNotices\n    ...TenantStanding\n    ...CapabilityMatrix\n    ...PermissionInventory\n  }\n"): (typeof documents)["\n  fragment TenantSettled on Tenant {\n    ...TenantNotices\n    ...TenantStanding\n    ...CapabilityMatrix\n    ...PermissionInventory\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {\n    badgeCatalog {\n      ...ReadinessBadges\n    }\n    workspace(id: $id) {\n      id\n      name\n      role\n      ...ReadinessTiles\n      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {\n        edges {\n          cursor\n        }\n        ...TenantTable\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {\n    badgeCatalog {\n      ...ReadinessBadges\n    }\n    workspace(id: $id) {\n      id\n      name\n      role\n      ...ReadinessTiles\n      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {\n        edges {\n          cursor\n        }\n        ...TenantTable\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkspaceCounts($id: ID!) {\n    workspace(id: $id) {\n      id\n      ...ReadinessTiles\n    }\n  }\n"): (typeof documents)["\n  query WorkspaceCounts($id: ID!) {\n    workspace(id: $id) {\n      id\n      ...ReadinessTiles\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n"): (typeof documents)["\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckList on VerificationCheck {\n    key\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    ...CheckItem\n  }\n"): (typeof documents)["\n  fragment CheckList on VerificationCheck {\n    key\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    ...CheckItem\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportChanges on VerificationReport {\n    previousReportId\n    changes {\n      key\n      title\n      kind\n      after\n      evidenceChanged\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ReportChanges on VerificationReport {\n    previousReportId\n    changes {\n      key\n      title\n      kind\n      after\n      evidenceChanged\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportCounts on VerificationCounts {\n    pass\n    fail\n    warn\n    unknown\n    skip\n    running\n  }\n"): (typeof documents)["\n  fragment ReportCounts on VerificationCounts {\n    pass\n    fail\n    warn\n    unknown\n    skip\n    running\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...CheckList\n    }\n  }\n"): (typeof documents)["\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...CheckList\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StoredDocument($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      verificationReport {\n        document\n      }\n    }\n  }\n"): (typeof documents)["\n  query StoredDocument($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      verificationReport {\n        document\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AcceptRemovals on OperationRun {\n    version\n    type\n    failureSummary {\n      code\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment AcceptRemovals on OperationRun {\n    version\n    type\n    failureSummary {\n      code\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {\n    startOperation(\n      input: {\n        type: $type\n        tenantId: $tenantId\n        providerConnectionId: $providerConnectionId\n        acceptRemovals: true\n      }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {\n    startOperation(\n      input: {\n        type: $type\n        tenantId: $tenantId\n        providerConnectionId: $providerConnectionId\n        acceptRemovals: true\n      }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CancelButton on OperationRun {\n    id\n    version\n    status\n    cancelRequestedAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment CancelButton on OperationRun {\n    id\n    version\n    status\n    cancelRequestedAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRun($runId: ID!) {\n    cancelOperationRun(input: { runId: $runId }) {\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelRun($runId: ID!) {\n    cancelOperationRun(input: { runId: $runId }) {\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RehearsalNotice on OperationRun {\n    version\n    isRehearsal\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment RehearsalNotice on OperationRun {\n    version\n    isRehearsal\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunBadges on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n  }\n"): (typeof documents)["\n  fragment RunBadges on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunCounts on OperationRun {\n    version\n    summaryCounts\n  }\n"): (typeof documents)["\n  fragment RunCounts on OperationRun {\n    version\n    summaryCounts\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n"): (typeof documents)["\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunHead on OperationRun {\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RunHead on OperationRun {\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunProblems on OperationRun {\n    version\n    outcome\n    reasonCode\n    nextSteps {\n      label\n      url\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      schemaVersion\n    }\n    ...AcceptRemovals\n  }\n"): (typeof documents)["\n  fragment RunProblems on OperationRun {\n    version\n    outcome\n    reasonCode\n    nextSteps {\n      label\n      url\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      schemaVersion\n    }\n    ...AcceptRemovals\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunReport on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    verificationReport {\n      ...ReportPanel\n    }\n  }\n"): (typeof documents)["\n  fragment RunReport on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    verificationReport {\n      ...ReportPanel\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunTime on OperationRun {\n    version\n    status\n    createdAt\n    startedAt\n    durationMs\n  }\n"): (typeof documents)["\n  fragment RunTime on OperationRun {\n    version\n    status\n    createdAt\n    startedAt\n    durationMs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunTimeline on OperationRun {\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      at\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment RunTimeline on OperationRun {\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      at\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveTenant($tenantId: ID!) {\n    archiveTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveTenant($tenantId: ID!) {\n    archiveTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CapabilityMatrix on Tenant {\n    id\n    capabilityMatrix {\n      workload\n      label\n      readBadge {\n        label\n        color\n        icon\n      }\n      writeBadge {\n        label\n        color\n        icon\n      }\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment CapabilityMatrix on Tenant {\n    id\n    capabilityMatrix {\n      workload\n      label\n      readBadge {\n        label\n        color\n        icon\n      }\n      writeBadge {\n        label\n        color\n        icon\n      }\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantChanged on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    tenantId\n    externalId\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TenantChanged on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    tenantId\n    externalId\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTenant($tenantId: ID!) {\n    updateTenant(input: { tenantId: $tenantId, status: ACTIVE }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTenant($tenantId: ID!) {\n    updateTenant(input: { tenantId: $tenantId, status: ACTIVE }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCurrentTenant($tenantId: ID!) {\n    setCurrentTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetCurrentTenant($tenantId: ID!) {\n    setCurrentTenant(input: { tenantId: $tenantId }) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DefaultSwitch on ProviderConnection {\n    id\n    displayName\n    provider\n    isDefault\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment DefaultSwitch on ProviderConnection {\n    id\n    displayName\n    provider\n    isDefault\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeDefault($connectionId: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $connectionId }) {\n      providerConnection {\n        id\n        tenant {\n          id\n          providerConnections {\n            id\n            isDefault\n            actions {\n              action\n              enabled\n              disabledReason\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MakeDefault($connectionId: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $connectionId }) {\n      providerConnection {\n        id\n        tenant {\n          id\n          providerConnections {\n            id\n            isDefault\n            actions {\n              action\n              enabled\n              disabledReason\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditTenantDialog on Tenant {\n    id\n    name\n    tenantId\n    externalId\n  }\n"): (typeof documents)["\n  fragment EditTenantDialog on Tenant {\n    id\n    name\n    tenantId\n    externalId\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTenant($input: UpdateTenantInput!) {\n    updateTenant(input: $input) {\n      tenant {\n        ...TenantChanged\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryChanges on VerificationReport {\n    changes {\n      key\n      title\n      kind\n      before\n      after\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n      evidenceChanged\n    }\n  }\n"): (typeof documents)["\n  fragment HistoryChanges on VerificationReport {\n    changes {\n      key\n      title\n      kind\n      before\n      after\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n      evidenceChanged\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryItem on OperationRun {\n    ...HistoryItemLive\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n      ...HistoryChanges\n    }\n  }\n"): (typeof documents)["\n  fragment HistoryItem on OperationRun {\n    ...HistoryItemLive\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n      ...HistoryChanges\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryItemLive on OperationRun {\n    id\n    version\n    label\n    isRehearsal\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n"): (typeof documents)["\n  fragment HistoryItemLive on OperationRun {\n    id\n    version\n    label\n    isRehearsal\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LatestAttempt on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n      ...RunReport\n      verificationReport {\n        ...HistoryChanges\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment LatestAttempt on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n      ...RunReport\n      verificationReport {\n        ...HistoryChanges\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NextRecheck on Tenant {\n    id\n    nextRecheck {\n      at\n      message\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment NextRecheck on Tenant {\n    id\n    nextRecheck {\n      at\n      message\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopRecheck($tenantId: ID!) {\n    stopVerificationRecheck(input: { tenantId: $tenantId }) {\n      tenant {\n        id\n        nextRecheck {\n          at\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StopRecheck($tenantId: ID!) {\n    stopVerificationRecheck(input: { tenantId: $tenantId }) {\n      tenant {\n        id\n        nextRecheck {\n          at\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomeMark on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment OutcomeMark on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PermissionGroup on TenantPermission {\n    permission\n    requiredFor\n    stateBadge {\n      label\n      color\n      icon\n    }\n    meaning\n  }\n"): (typeof documents)["\n  fragment PermissionGroup on TenantPermission {\n    permission\n    requiredFor\n    stateBadge {\n      label\n      color\n      icon\n    }\n    meaning\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PermissionInventory on Tenant {\n    id\n    permissions {\n      state\n      need\n      checkedAt\n      ...PermissionGroup\n    }\n  }\n"): (typeof documents)["\n  fragment PermissionInventory on Tenant {\n    id\n    permissions {\n      state\n      need\n      checkedAt\n      ...PermissionGroup\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StandingFacts on Tenant {\n    id\n    lastGoodAt\n    firstFailedAt\n    workspace {\n      id\n    }\n    findings(first: 1, status: [NEW]) {\n      totalCount\n    }\n    ...NextRecheck\n  }\n"): (typeof documents)["\n  fragment StandingFacts on Tenant {\n    id\n    lastGoodAt\n    firstFailedAt\n    workspace {\n      id\n    }\n    findings(first: 1, status: [NEW]) {\n      totalCount\n    }\n    ...NextRecheck\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartOperation($tenantId: ID!, $type: String!) {\n    startOperation(input: { tenantId: $tenantId, type: $type }) {\n      result\n      run {\n        id\n        label\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartOperation($tenantId: ID!, $type: String!) {\n    startOperation(input: { tenantId: $tenantId, type: $type }) {\n      result\n      run {\n        id\n        label\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n    ...DefaultSwitch\n  }\n"): (typeof documents)["\n  fragment TenantConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n    ...DefaultSwitch\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantConnections on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      ...TenantConnection\n      ...DefaultSwitch\n    }\n  }\n"): (typeof documents)["\n  fragment TenantConnections on Tenant {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnections {\n      id\n      ...TenantConnection\n      ...DefaultSwitch\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantHead on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...TenantMenu\n    ...VerifyButton\n  }\n"): (typeof documents)["\n  fragment TenantHead on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    isCurrent\n    isCurrentBadge {\n      label\n      color\n      icon\n    }\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...TenantMenu\n    ...VerifyButton\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...HistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...HistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantMenu on Tenant {\n    id\n    name\n    status\n    isCurrent\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditTenantDialog\n  }\n"): (typeof documents)["\n  fragment TenantMenu on Tenant {\n    id\n    name\n    status\n    isCurrent\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditTenantDialog\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantNotices on Tenant {\n    id\n    name\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    onboardingSession {\n      id\n      status\n    }\n  }\n"): (typeof documents)["\n  fragment TenantNotices on Tenant {\n    id\n    name\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    onboardingSession {\n      id\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantStanding on Tenant {\n    id\n    verifications: operationRuns(first: 30, types: [\"provider.connection.check\"]) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          isRehearsal\n          verificationReport {\n            summary {\n              overall\n            }\n          }\n          ...OutcomeMark\n        }\n      }\n    }\n    ...StandingFacts\n  }\n"): (typeof documents)["\n  fragment TenantStanding on Tenant {\n    id\n    verifications: operationRuns(first: 30, types: [\"provider.connection.check\"]) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          isRehearsal\n          verificationReport {\n            summary {\n              overall\n            }\n          }\n          ...OutcomeMark\n        }\n      }\n    }\n    ...StandingFacts\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerifyButton on Tenant {\n    id\n    name\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n  }\n"): (typeof documents)["\n  fragment VerifyButton on Tenant {\n    id\n    name\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTenantRow($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        id\n        ...TenantRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveTenantRow($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        id\n        ...TenantRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReadinessBadges on BadgeDomain {\n    name\n    definitions {\n      value\n      badge {\n        label\n        color\n        icon\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ReadinessBadges on BadgeDomain {\n    name\n    definitions {\n      value\n      badge {\n        label\n        color\n        icon\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReadinessTiles on Workspace {\n    id\n    verificationOverview {\n      ready\n      needsAttention\n      blocked\n      running\n      neverVerified\n      total\n    }\n  }\n"): (typeof documents)["\n  fragment ReadinessTiles on Workspace {\n    id\n    verificationOverview {\n      ready\n      needsAttention\n      blocked\n      running\n      neverVerified\n      total\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantRow on Tenant {\n    id\n    name\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    latestVerification {\n      id\n      ...LatestCell\n    }\n    ...VerifyButton\n  }\n"): (typeof documents)["\n  fragment TenantRow on Tenant {\n    id\n    name\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    latestVerification {\n      id\n      ...LatestCell\n    }\n    ...VerifyButton\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LatestCell on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n    }\n    createdAt\n    completedAt\n  }\n"): (typeof documents)["\n  fragment LatestCell on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n    }\n    createdAt\n    completedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantTable on TenantConnection {\n    edges {\n      cursor\n      node {\n        id\n        latestVerification {\n          id\n          version\n          status\n        }\n        ...TenantRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"): (typeof documents)["\n  fragment TenantTable on TenantConnection {\n    edges {\n      cursor\n      node {\n        id\n        latestVerification {\n          id\n          version\n          status\n        }\n        ...TenantRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;