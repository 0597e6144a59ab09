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
    "\n  fragment BeginButton on Workspace {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.BeginButtonFragmentDoc,
    "\n  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {\n    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {\n      sightings {\n        cloud\n        entraTenantId\n        region\n      }\n      unansweredClouds\n    }\n  }\n": typeof types.DiscoverDirectoryDocument,
    "\n  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {\n    beginTenantOnboarding(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.BeginOnboardingDocument,
    "\n  mutation CancelOnboarding($sessionId: ID!) {\n    cancelTenantOnboarding(input: { sessionId: $sessionId }) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.CancelOnboardingDocument,
    "\n  fragment CancelSessionButton on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.CancelSessionButtonFragmentDoc,
    "\n  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {\n    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.CompleteOnboardingDocument,
    "\n  fragment CompleteStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    tenant {\n      id\n      name\n      status\n    }\n    verificationRun {\n      id\n      version\n      verificationReport {\n        summary {\n          overall\n        }\n      }\n    }\n    ...OverrideDialog\n  }\n": typeof types.CompleteStepFragmentDoc,
    "\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...NewConnection\n  }\n": typeof types.ConnectionStepFragmentDoc,
    "\n  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.ChooseOnboardingConnectionDocument,
    "\n  fragment ConsentLink on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.ConsentLinkFragmentDoc,
    "\n  mutation CreateConsentLink($sessionId: ID!) {\n    createOnboardingConsentLink(input: { sessionId: $sessionId }) {\n      url\n      expiresAt\n    }\n  }\n": typeof types.CreateConsentLinkDocument,
    "\n  fragment ConsentStep on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    ...ConsentLink\n    ...VerifyStepButton\n  }\n": typeof types.ConsentStepFragmentDoc,
    "\n  fragment CredentialStep on TenantOnboardingSession {\n    id\n    currentStep\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    providerConnection {\n      id\n      displayName\n      credential {\n        type\n        clientId\n        expiresAt\n      }\n    }\n  }\n": typeof types.CredentialStepFragmentDoc,
    "\n  fragment DirectoryStep on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n      status\n      graphTenantId\n      externalId\n    }\n  }\n": typeof types.DirectoryStepFragmentDoc,
    "\n  fragment EndedSession on TenantOnboardingSession {\n    id\n    status\n    state\n    workspace {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    tenant {\n      id\n      tenantId\n    }\n    ...SessionFacts\n  }\n": typeof types.EndedSessionFragmentDoc,
    "\n  subscription LiveOnboardingRun($id: ID!) {\n    operationRun(id: $id) {\n      id\n      version\n      status\n      ...RunReport\n      ...RunProblems\n    }\n  }\n": typeof types.LiveOnboardingRunDocument,
    "\n  subscription LiveOnboardingTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n    }\n  }\n": typeof types.LiveOnboardingTenantDocument,
    "\n  fragment NewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": typeof types.NewConnectionFragmentDoc,
    "\n  mutation CreateOnboardingConnection($tenantId: ID!, $cloud: String!, $displayName: String) {\n    createProviderConnection(input: { tenantId: $tenantId, cloud: $cloud, displayName: $displayName }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.CreateOnboardingConnectionDocument,
    "\n  fragment OpenSession on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      ...RunReport\n      ...RunProblems\n    }\n    ...Stepper\n    ...SessionFacts\n    ...DirectoryStep\n    ...ConnectionStep\n    ...CredentialStep\n    ...ConsentStep\n    ...VerificationStep\n    ...CompleteStep\n  }\n": typeof types.OpenSessionFragmentDoc,
    "\n  fragment Overridden on TenantOnboardingSession {\n    id\n    verificationRun {\n      id\n      version\n      verificationReport {\n        checks {\n          key\n          title\n          status\n          blocking\n          message\n          statusBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n": typeof types.OverriddenFragmentDoc,
    "\n  fragment OverrideDialog on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    ...Overridden\n  }\n": typeof types.OverrideDialogFragmentDoc,
    "\n  fragment SessionFacts on TenantOnboardingSession {\n    id\n    status\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      statusBadge {\n        label\n        color\n        icon\n      }\n    }\n    providerConnection {\n      id\n      displayName\n    }\n    verificationRun {\n      id\n      version\n      status\n      statusBadge {\n        label\n        color\n        icon\n      }\n      outcomeBadge {\n        label\n        color\n        icon\n      }\n      verificationReport {\n        summary {\n          overallBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n": typeof types.SessionFactsFragmentDoc,
    "\n  fragment SessionTable on TenantOnboardingSessionConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...SessionRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": typeof types.SessionTableFragmentDoc,
    "\n  fragment SessionRow on TenantOnboardingSession {\n    id\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    currentStep\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n  }\n": typeof types.SessionRowFragmentDoc,
    "\n  fragment Stepper on TenantOnboardingSession {\n    id\n    status\n    currentStep\n  }\n": typeof types.StepperFragmentDoc,
    "\n  fragment VerificationStep on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...VerifyStepButton\n  }\n": typeof types.VerificationStepFragmentDoc,
    "\n  fragment VerifyStepButton on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n  }\n": typeof types.VerifyStepButtonFragmentDoc,
    "\n  mutation VerifyOnboarding($sessionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, startVerification: true }) {\n      session {\n        id\n      }\n      start {\n        result\n        run {\n          id\n        }\n      }\n    }\n  }\n": typeof types.VerifyOnboardingDocument,
    "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": typeof types.HomePageDocument,
    "\n  query OnboardingPage($id: ID!) {\n    tenantOnboardingSession(id: $id) {\n      ...OnboardingPageSession\n    }\n  }\n": typeof types.OnboardingPageDocument,
    "\n  fragment OnboardingPageSession on TenantOnboardingSession {\n    id\n    status\n    currentStep\n    statusBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...CancelSessionButton\n    ...OpenSession\n    ...EndedSession\n  }\n": typeof types.OnboardingPageSessionFragmentDoc,
    "\n  query OnboardingsPage(\n    $id: ID!\n    $first: Int!\n    $open: [OnboardingStatus!]!\n    $ended: [OnboardingStatus!]!\n    $withOpen: Boolean!\n    $withEnded: Boolean!\n  ) {\n    workspace(id: $id) {\n      id\n      name\n      ...BeginButton\n      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {\n        totalCount\n        ...SessionTable\n      }\n      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {\n        totalCount\n        ...SessionTable\n      }\n    }\n  }\n": typeof types.OnboardingsPageDocument,
    "\n  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {\n    workspace(id: $id) {\n      id\n      onboardingSessions(first: $first, after: $after, status: $status) {\n        ...SessionTable\n      }\n    }\n  }\n": typeof types.MoreOnboardingsDocument,
    "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n": typeof types.ReasonsPageDocument,
    "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": typeof types.RunPageDocument,
    "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": typeof types.LiveRunDocument,
    "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n": typeof types.RunPageRunFragmentDoc,
    "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantPageDocument,
    "\n  query TenantPageHistory($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantPageHistoryDocument,
    "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n": typeof types.LiveTenantDocument,
    "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...VerifyButton\n  }\n": typeof types.TenantPageTenantFragmentDoc,
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
    "\n  fragment LatestAttempt on Tenant {\n    id\n    latestVerification {\n      id\n      ...RunReport\n    }\n  }\n": typeof types.LatestAttemptFragmentDoc,
    "\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": typeof types.StartVerificationDocument,
    "\n  fragment TenantConnections on Tenant {\n    id\n    providerConnections {\n      id\n      ...TenantConnectionItem\n    }\n  }\n": typeof types.TenantConnectionsFragmentDoc,
    "\n  fragment TenantConnectionItem on ProviderConnection {\n    id\n    displayName\n    cloud\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n  }\n": typeof types.TenantConnectionItemFragmentDoc,
    "\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...TenantHistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TenantHistoryFragmentDoc,
    "\n  fragment TenantHistoryItem on OperationRun {\n    id\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n": typeof types.TenantHistoryItemFragmentDoc,
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
    "\n  fragment BeginButton on Workspace {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.BeginButtonFragmentDoc,
    "\n  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {\n    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {\n      sightings {\n        cloud\n        entraTenantId\n        region\n      }\n      unansweredClouds\n    }\n  }\n": types.DiscoverDirectoryDocument,
    "\n  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {\n    beginTenantOnboarding(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n": types.BeginOnboardingDocument,
    "\n  mutation CancelOnboarding($sessionId: ID!) {\n    cancelTenantOnboarding(input: { sessionId: $sessionId }) {\n      session {\n        id\n      }\n    }\n  }\n": types.CancelOnboardingDocument,
    "\n  fragment CancelSessionButton on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.CancelSessionButtonFragmentDoc,
    "\n  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {\n    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {\n      session {\n        id\n      }\n    }\n  }\n": types.CompleteOnboardingDocument,
    "\n  fragment CompleteStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    tenant {\n      id\n      name\n      status\n    }\n    verificationRun {\n      id\n      version\n      verificationReport {\n        summary {\n          overall\n        }\n      }\n    }\n    ...OverrideDialog\n  }\n": types.CompleteStepFragmentDoc,
    "\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...NewConnection\n  }\n": types.ConnectionStepFragmentDoc,
    "\n  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {\n      session {\n        id\n      }\n    }\n  }\n": types.ChooseOnboardingConnectionDocument,
    "\n  fragment ConsentLink on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.ConsentLinkFragmentDoc,
    "\n  mutation CreateConsentLink($sessionId: ID!) {\n    createOnboardingConsentLink(input: { sessionId: $sessionId }) {\n      url\n      expiresAt\n    }\n  }\n": types.CreateConsentLinkDocument,
    "\n  fragment ConsentStep on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    ...ConsentLink\n    ...VerifyStepButton\n  }\n": types.ConsentStepFragmentDoc,
    "\n  fragment CredentialStep on TenantOnboardingSession {\n    id\n    currentStep\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    providerConnection {\n      id\n      displayName\n      credential {\n        type\n        clientId\n        expiresAt\n      }\n    }\n  }\n": types.CredentialStepFragmentDoc,
    "\n  fragment DirectoryStep on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n      status\n      graphTenantId\n      externalId\n    }\n  }\n": types.DirectoryStepFragmentDoc,
    "\n  fragment EndedSession on TenantOnboardingSession {\n    id\n    status\n    state\n    workspace {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    tenant {\n      id\n      tenantId\n    }\n    ...SessionFacts\n  }\n": types.EndedSessionFragmentDoc,
    "\n  subscription LiveOnboardingRun($id: ID!) {\n    operationRun(id: $id) {\n      id\n      version\n      status\n      ...RunReport\n      ...RunProblems\n    }\n  }\n": types.LiveOnboardingRunDocument,
    "\n  subscription LiveOnboardingTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n    }\n  }\n": types.LiveOnboardingTenantDocument,
    "\n  fragment NewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": types.NewConnectionFragmentDoc,
    "\n  mutation CreateOnboardingConnection($tenantId: ID!, $cloud: String!, $displayName: String) {\n    createProviderConnection(input: { tenantId: $tenantId, cloud: $cloud, displayName: $displayName }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.CreateOnboardingConnectionDocument,
    "\n  fragment OpenSession on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      ...RunReport\n      ...RunProblems\n    }\n    ...Stepper\n    ...SessionFacts\n    ...DirectoryStep\n    ...ConnectionStep\n    ...CredentialStep\n    ...ConsentStep\n    ...VerificationStep\n    ...CompleteStep\n  }\n": types.OpenSessionFragmentDoc,
    "\n  fragment Overridden on TenantOnboardingSession {\n    id\n    verificationRun {\n      id\n      version\n      verificationReport {\n        checks {\n          key\n          title\n          status\n          blocking\n          message\n          statusBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n": types.OverriddenFragmentDoc,
    "\n  fragment OverrideDialog on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    ...Overridden\n  }\n": types.OverrideDialogFragmentDoc,
    "\n  fragment SessionFacts on TenantOnboardingSession {\n    id\n    status\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      statusBadge {\n        label\n        color\n        icon\n      }\n    }\n    providerConnection {\n      id\n      displayName\n    }\n    verificationRun {\n      id\n      version\n      status\n      statusBadge {\n        label\n        color\n        icon\n      }\n      outcomeBadge {\n        label\n        color\n        icon\n      }\n      verificationReport {\n        summary {\n          overallBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n": types.SessionFactsFragmentDoc,
    "\n  fragment SessionTable on TenantOnboardingSessionConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...SessionRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": types.SessionTableFragmentDoc,
    "\n  fragment SessionRow on TenantOnboardingSession {\n    id\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    currentStep\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n  }\n": types.SessionRowFragmentDoc,
    "\n  fragment Stepper on TenantOnboardingSession {\n    id\n    status\n    currentStep\n  }\n": types.StepperFragmentDoc,
    "\n  fragment VerificationStep on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...VerifyStepButton\n  }\n": types.VerificationStepFragmentDoc,
    "\n  fragment VerifyStepButton on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n  }\n": types.VerifyStepButtonFragmentDoc,
    "\n  mutation VerifyOnboarding($sessionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, startVerification: true }) {\n      session {\n        id\n      }\n      start {\n        result\n        run {\n          id\n        }\n      }\n    }\n  }\n": types.VerifyOnboardingDocument,
    "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": types.HomePageDocument,
    "\n  query OnboardingPage($id: ID!) {\n    tenantOnboardingSession(id: $id) {\n      ...OnboardingPageSession\n    }\n  }\n": types.OnboardingPageDocument,
    "\n  fragment OnboardingPageSession on TenantOnboardingSession {\n    id\n    status\n    currentStep\n    statusBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...CancelSessionButton\n    ...OpenSession\n    ...EndedSession\n  }\n": types.OnboardingPageSessionFragmentDoc,
    "\n  query OnboardingsPage(\n    $id: ID!\n    $first: Int!\n    $open: [OnboardingStatus!]!\n    $ended: [OnboardingStatus!]!\n    $withOpen: Boolean!\n    $withEnded: Boolean!\n  ) {\n    workspace(id: $id) {\n      id\n      name\n      ...BeginButton\n      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {\n        totalCount\n        ...SessionTable\n      }\n      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {\n        totalCount\n        ...SessionTable\n      }\n    }\n  }\n": types.OnboardingsPageDocument,
    "\n  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {\n    workspace(id: $id) {\n      id\n      onboardingSessions(first: $first, after: $after, status: $status) {\n        ...SessionTable\n      }\n    }\n  }\n": types.MoreOnboardingsDocument,
    "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n": types.ReasonsPageDocument,
    "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": types.RunPageDocument,
    "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": types.LiveRunDocument,
    "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n": types.RunPageRunFragmentDoc,
    "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantHistory\n    }\n  }\n": types.TenantPageDocument,
    "\n  query TenantPageHistory($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n": types.TenantPageHistoryDocument,
    "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n": types.LiveTenantDocument,
    "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...VerifyButton\n  }\n": types.TenantPageTenantFragmentDoc,
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
    "\n  fragment LatestAttempt on Tenant {\n    id\n    latestVerification {\n      id\n      ...RunReport\n    }\n  }\n": types.LatestAttemptFragmentDoc,
    "\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": types.StartVerificationDocument,
    "\n  fragment TenantConnections on Tenant {\n    id\n    providerConnections {\n      id\n      ...TenantConnectionItem\n    }\n  }\n": types.TenantConnectionsFragmentDoc,
    "\n  fragment TenantConnectionItem on ProviderConnection {\n    id\n    displayName\n    cloud\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n  }\n": types.TenantConnectionItemFragmentDoc,
    "\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...TenantHistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TenantHistoryFragmentDoc,
    "\n  fragment TenantHistoryItem on OperationRun {\n    id\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n": types.TenantHistoryItemFragmentDoc,
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
export function graphql(source: "\n  fragment BeginButton on Workspace {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment BeginButton on Workspace {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {\n    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {\n      sightings {\n        cloud\n        entraTenantId\n        region\n      }\n      unansweredClouds\n    }\n  }\n"): (typeof documents)["\n  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {\n    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {\n      sightings {\n        cloud\n        entraTenantId\n        region\n      }\n      unansweredClouds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {\n    beginTenantOnboarding(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {\n    beginTenantOnboarding(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelOnboarding($sessionId: ID!) {\n    cancelTenantOnboarding(input: { sessionId: $sessionId }) {\n      session {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelOnboarding($sessionId: ID!) {\n    cancelTenantOnboarding(input: { sessionId: $sessionId }) {\n      session {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CancelSessionButton on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment CancelSessionButton on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {\n    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {\n      session {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {\n    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {\n      session {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompleteStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    tenant {\n      id\n      name\n      status\n    }\n    verificationRun {\n      id\n      version\n      verificationReport {\n        summary {\n          overall\n        }\n      }\n    }\n    ...OverrideDialog\n  }\n"): (typeof documents)["\n  fragment CompleteStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    tenant {\n      id\n      name\n      status\n    }\n    verificationRun {\n      id\n      version\n      verificationReport {\n        summary {\n          overall\n        }\n      }\n    }\n    ...OverrideDialog\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...NewConnection\n  }\n"): (typeof documents)["\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...NewConnection\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {\n      session {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {\n      session {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConsentLink on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment ConsentLink on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateConsentLink($sessionId: ID!) {\n    createOnboardingConsentLink(input: { sessionId: $sessionId }) {\n      url\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation CreateConsentLink($sessionId: ID!) {\n    createOnboardingConsentLink(input: { sessionId: $sessionId }) {\n      url\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConsentStep on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    ...ConsentLink\n    ...VerifyStepButton\n  }\n"): (typeof documents)["\n  fragment ConsentStep on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    ...ConsentLink\n    ...VerifyStepButton\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CredentialStep on TenantOnboardingSession {\n    id\n    currentStep\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    providerConnection {\n      id\n      displayName\n      credential {\n        type\n        clientId\n        expiresAt\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CredentialStep on TenantOnboardingSession {\n    id\n    currentStep\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    providerConnection {\n      id\n      displayName\n      credential {\n        type\n        clientId\n        expiresAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DirectoryStep on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n      status\n      graphTenantId\n      externalId\n    }\n  }\n"): (typeof documents)["\n  fragment DirectoryStep on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n      status\n      graphTenantId\n      externalId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EndedSession on TenantOnboardingSession {\n    id\n    status\n    state\n    workspace {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    tenant {\n      id\n      tenantId\n    }\n    ...SessionFacts\n  }\n"): (typeof documents)["\n  fragment EndedSession on TenantOnboardingSession {\n    id\n    status\n    state\n    workspace {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    tenant {\n      id\n      tenantId\n    }\n    ...SessionFacts\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveOnboardingRun($id: ID!) {\n    operationRun(id: $id) {\n      id\n      version\n      status\n      ...RunReport\n      ...RunProblems\n    }\n  }\n"): (typeof documents)["\n  subscription LiveOnboardingRun($id: ID!) {\n    operationRun(id: $id) {\n      id\n      version\n      status\n      ...RunReport\n      ...RunProblems\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveOnboardingTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n    }\n  }\n"): (typeof documents)["\n  subscription LiveOnboardingTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment NewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateOnboardingConnection($tenantId: ID!, $cloud: String!, $displayName: String) {\n    createProviderConnection(input: { tenantId: $tenantId, cloud: $cloud, displayName: $displayName }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateOnboardingConnection($tenantId: ID!, $cloud: String!, $displayName: String) {\n    createProviderConnection(input: { tenantId: $tenantId, cloud: $cloud, displayName: $displayName }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpenSession on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      ...RunReport\n      ...RunProblems\n    }\n    ...Stepper\n    ...SessionFacts\n    ...DirectoryStep\n    ...ConnectionStep\n    ...CredentialStep\n    ...ConsentStep\n    ...VerificationStep\n    ...CompleteStep\n  }\n"): (typeof documents)["\n  fragment OpenSession on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      ...RunReport\n      ...RunProblems\n    }\n    ...Stepper\n    ...SessionFacts\n    ...DirectoryStep\n    ...ConnectionStep\n    ...CredentialStep\n    ...ConsentStep\n    ...VerificationStep\n    ...CompleteStep\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Overridden on TenantOnboardingSession {\n    id\n    verificationRun {\n      id\n      version\n      verificationReport {\n        checks {\n          key\n          title\n          status\n          blocking\n          message\n          statusBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Overridden on TenantOnboardingSession {\n    id\n    verificationRun {\n      id\n      version\n      verificationReport {\n        checks {\n          key\n          title\n          status\n          blocking\n          message\n          statusBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OverrideDialog on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    ...Overridden\n  }\n"): (typeof documents)["\n  fragment OverrideDialog on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    ...Overridden\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionFacts on TenantOnboardingSession {\n    id\n    status\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      statusBadge {\n        label\n        color\n        icon\n      }\n    }\n    providerConnection {\n      id\n      displayName\n    }\n    verificationRun {\n      id\n      version\n      status\n      statusBadge {\n        label\n        color\n        icon\n      }\n      outcomeBadge {\n        label\n        color\n        icon\n      }\n      verificationReport {\n        summary {\n          overallBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment SessionFacts on TenantOnboardingSession {\n    id\n    status\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      statusBadge {\n        label\n        color\n        icon\n      }\n    }\n    providerConnection {\n      id\n      displayName\n    }\n    verificationRun {\n      id\n      version\n      status\n      statusBadge {\n        label\n        color\n        icon\n      }\n      outcomeBadge {\n        label\n        color\n        icon\n      }\n      verificationReport {\n        summary {\n          overallBadge {\n            label\n            color\n            icon\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionTable on TenantOnboardingSessionConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...SessionRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"): (typeof documents)["\n  fragment SessionTable on TenantOnboardingSessionConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...SessionRow\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionRow on TenantOnboardingSession {\n    id\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    currentStep\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n  }\n"): (typeof documents)["\n  fragment SessionRow on TenantOnboardingSession {\n    id\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    currentStep\n    consent\n    createdAt\n    updatedAt\n    begunBy {\n      id\n      displayName\n    }\n    endedBy {\n      id\n      displayName\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Stepper on TenantOnboardingSession {\n    id\n    status\n    currentStep\n  }\n"): (typeof documents)["\n  fragment Stepper on TenantOnboardingSession {\n    id\n    status\n    currentStep\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerificationStep on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...VerifyStepButton\n  }\n"): (typeof documents)["\n  fragment VerificationStep on TenantOnboardingSession {\n    id\n    currentStep\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...VerifyStepButton\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerifyStepButton on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n  }\n"): (typeof documents)["\n  fragment VerifyStepButton on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyOnboarding($sessionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, startVerification: true }) {\n      session {\n        id\n      }\n      start {\n        result\n        run {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation VerifyOnboarding($sessionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, startVerification: true }) {\n      session {\n        id\n      }\n      start {\n        result\n        run {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OnboardingPage($id: ID!) {\n    tenantOnboardingSession(id: $id) {\n      ...OnboardingPageSession\n    }\n  }\n"): (typeof documents)["\n  query OnboardingPage($id: ID!) {\n    tenantOnboardingSession(id: $id) {\n      ...OnboardingPageSession\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OnboardingPageSession on TenantOnboardingSession {\n    id\n    status\n    currentStep\n    statusBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...CancelSessionButton\n    ...OpenSession\n    ...EndedSession\n  }\n"): (typeof documents)["\n  fragment OnboardingPageSession on TenantOnboardingSession {\n    id\n    status\n    currentStep\n    statusBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...CancelSessionButton\n    ...OpenSession\n    ...EndedSession\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OnboardingsPage(\n    $id: ID!\n    $first: Int!\n    $open: [OnboardingStatus!]!\n    $ended: [OnboardingStatus!]!\n    $withOpen: Boolean!\n    $withEnded: Boolean!\n  ) {\n    workspace(id: $id) {\n      id\n      name\n      ...BeginButton\n      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {\n        totalCount\n        ...SessionTable\n      }\n      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {\n        totalCount\n        ...SessionTable\n      }\n    }\n  }\n"): (typeof documents)["\n  query OnboardingsPage(\n    $id: ID!\n    $first: Int!\n    $open: [OnboardingStatus!]!\n    $ended: [OnboardingStatus!]!\n    $withOpen: Boolean!\n    $withEnded: Boolean!\n  ) {\n    workspace(id: $id) {\n      id\n      name\n      ...BeginButton\n      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {\n        totalCount\n        ...SessionTable\n      }\n      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {\n        totalCount\n        ...SessionTable\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {\n    workspace(id: $id) {\n      id\n      onboardingSessions(first: $first, after: $after, status: $status) {\n        ...SessionTable\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {\n    workspace(id: $id) {\n      id\n      onboardingSessions(first: $first, after: $after, status: $status) {\n        ...SessionTable\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantHistory\n    }\n  }\n"): (typeof documents)["\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantPageHistory($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n"): (typeof documents)["\n  query TenantPageHistory($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...VerifyButton\n  }\n"): (typeof documents)["\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    graphTenantId\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...VerifyButton\n  }\n"];
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
export function graphql(source: "\n  fragment LatestAttempt on Tenant {\n    id\n    latestVerification {\n      id\n      ...RunReport\n    }\n  }\n"): (typeof documents)["\n  fragment LatestAttempt on Tenant {\n    id\n    latestVerification {\n      id\n      ...RunReport\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartVerification($tenantId: ID!) {\n    startVerification(input: { tenantId: $tenantId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantConnections on Tenant {\n    id\n    providerConnections {\n      id\n      ...TenantConnectionItem\n    }\n  }\n"): (typeof documents)["\n  fragment TenantConnections on Tenant {\n    id\n    providerConnections {\n      id\n      ...TenantConnectionItem\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantConnectionItem on ProviderConnection {\n    id\n    displayName\n    cloud\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  fragment TenantConnectionItem on ProviderConnection {\n    id\n    displayName\n    cloud\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    lastHealthCheckAt\n    lastErrorMessage\n    credential {\n      type\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...TenantHistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TenantHistory on Tenant {\n    id\n    operationRuns(first: $historyFirst, after: $historyAfter) {\n      edges {\n        cursor\n        node {\n          id\n          ...TenantHistoryItem\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantHistoryItem on OperationRun {\n    id\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n"): (typeof documents)["\n  fragment TenantHistoryItem on OperationRun {\n    id\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n"];
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