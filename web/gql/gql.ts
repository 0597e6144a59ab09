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
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      plaintext\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($apiTokenId: ID!) {\n    revokeApiToken(input: { apiTokenId: $apiTokenId }) {\n      apiToken {\n        ...ApiTokenRow\n      }\n    }\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    prefix\n    workspace {\n      id\n      name\n    }\n    capabilities\n    createdAt\n    lastUsedAt\n    expiresAt\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n  }\n": typeof types.ApiTokenRowFragmentDoc,
    "\n  fragment SeenRun on OperationRun {\n    version\n  }\n": typeof types.SeenRunFragmentDoc,
    "\n  query AccountMenus {\n    viewer {\n      user {\n        id\n        displayName\n        email\n      }\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": typeof types.AccountMenusDocument,
    "\n  fragment CandidatePanel on ProviderConnection {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credentialCandidate {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      rehearsal {\n        id\n        ...Rehearsal\n      }\n    }\n  }\n": typeof types.CandidatePanelFragmentDoc,
    "\n  fragment Rehearsal on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": typeof types.RehearsalFragmentDoc,
    "\n  mutation ActivateCredential($id: ID!, $rehearsalRunId: ID!) {\n    activateProviderCredential(input: { connectionId: $id, rehearsalRunId: $rehearsalRunId }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.ActivateCredentialDocument,
    "\n  mutation DiscardCandidate($id: ID!) {\n    discardProviderCredentialCandidate(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.DiscardCandidateDocument,
    "\n  query CertificateInspection($id: ID!, $certificatePem: String!) {\n    providerConnection(id: $id) {\n      id\n      certificateInspection(certificatePem: $certificatePem) {\n        problem\n        expiresAt\n        thumbprint\n      }\n    }\n  }\n": typeof types.CertificateInspectionDocument,
    "\n  fragment ConnectionActions on ProviderConnection {\n    id\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditConnection\n    ...VerifyConnection\n  }\n": typeof types.ConnectionActionsFragmentDoc,
    "\n  mutation MakeDefaultConnection($id: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.MakeDefaultConnectionDocument,
    "\n  mutation EnableConnection($id: ID!, $enabled: Boolean!) {\n    updateProviderConnection(input: { connectionId: $id, enabled: $enabled }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.EnableConnectionDocument,
    "\n  fragment ConnectionFacts on ProviderConnection {\n    id\n    cloudLabel\n    lastHealthCheckAt\n    createdAt\n    updatedAt\n    permissionProfiles\n    scopesGranted\n  }\n": typeof types.ConnectionFactsFragmentDoc,
    "\n  fragment ConnectionNotices on ProviderConnection {\n    id\n    lastErrorReasonCode\n    lastErrorMessage\n    activeRun {\n      id\n      version\n      status\n      label\n      isRehearsal\n      statusBadge {\n        label\n        color\n        icon\n      }\n      progress {\n        completed\n        total\n      }\n    }\n  }\n": typeof types.ConnectionNoticesFragmentDoc,
    "\n  fragment ConnectionRuns on ProviderConnection {\n    id\n    operationRuns(first: 5) {\n      nodes {\n        id\n        ...ConnectionRun\n      }\n    }\n  }\n": typeof types.ConnectionRunsFragmentDoc,
    "\n  fragment ConnectionRun on OperationRun {\n    id\n    version\n    label\n    status\n    isRehearsal\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n": typeof types.ConnectionRunFragmentDoc,
    "\n  fragment ConsentPanel on ProviderConnection {\n    id\n    adminConsentUrl\n    ...VerifyConnection\n  }\n": typeof types.ConsentPanelFragmentDoc,
    "\n  query CredentialRules($id: ID!) {\n    providerConnection(id: $id) {\n      id\n      credentialRules {\n        field\n        pattern\n        refusesMatch\n        message\n      }\n    }\n  }\n": typeof types.CredentialRulesDocument,
    "\n  fragment CredentialPanel on ProviderConnection {\n    id\n    displayName\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credential {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      tokenFile\n    }\n    credentialCandidate {\n      clientId\n    }\n  }\n": typeof types.CredentialPanelFragmentDoc,
    "\n  mutation DeleteCredential($id: ID!) {\n    deleteProviderCredential(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.DeleteCredentialDocument,
    "\n  fragment EditConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    cloudLabel\n    permissionProfiles\n  }\n": typeof types.EditConnectionFragmentDoc,
    "\n  query Clouds {\n    clouds {\n      name\n      label\n    }\n  }\n": typeof types.CloudsDocument,
    "\n  mutation UpdateConnection($input: UpdateProviderConnectionInput!) {\n    updateProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.UpdateConnectionDocument,
    "\n  fragment NewConnection on Tenant {\n    id\n    graphTenantId\n    providerConnections {\n      id\n      displayName\n      entraTenantId\n    }\n  }\n": typeof types.NewConnectionFragmentDoc,
    "\n  mutation CreateConnection($input: CreateProviderConnectionInput!) {\n    createProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.CreateConnectionDocument,
    "\n  mutation SetCredential($input: SetProviderCredentialInput!) {\n    setProviderCredential(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": typeof types.SetCredentialDocument,
    "\n  mutation RehearseCredential($input: RehearseProviderCredentialInput!) {\n    rehearseProviderCredential(input: $input) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": typeof types.RehearseCredentialDocument,
    "\n  fragment VerifyConnection on ProviderConnection {\n    id\n    displayName\n    tenant {\n      id\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.VerifyConnectionFragmentDoc,
    "\n  fragment BeginButton on Workspace {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.BeginButtonFragmentDoc,
    "\n  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {\n    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {\n      sightings {\n        cloud\n        entraTenantId\n        region\n      }\n      unansweredClouds\n    }\n  }\n": typeof types.DiscoverDirectoryDocument,
    "\n  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {\n    beginTenantOnboarding(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.BeginOnboardingDocument,
    "\n  mutation CancelOnboarding($sessionId: ID!) {\n    cancelTenantOnboarding(input: { sessionId: $sessionId }) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.CancelOnboardingDocument,
    "\n  fragment CancelSessionButton on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.CancelSessionButtonFragmentDoc,
    "\n  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {\n    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.CompleteOnboardingDocument,
    "\n  fragment CompleteStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    tenant {\n      id\n      name\n      status\n    }\n    verificationRun {\n      id\n      version\n      verificationReport {\n        summary {\n          overall\n        }\n      }\n    }\n    ...OverrideDialog\n  }\n": typeof types.CompleteStepFragmentDoc,
    "\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...OnboardingNewConnection\n  }\n": typeof types.ConnectionStepFragmentDoc,
    "\n  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {\n      session {\n        id\n      }\n    }\n  }\n": typeof types.ChooseOnboardingConnectionDocument,
    "\n  fragment ConsentLink on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.ConsentLinkFragmentDoc,
    "\n  mutation CreateConsentLink($sessionId: ID!) {\n    createOnboardingConsentLink(input: { sessionId: $sessionId }) {\n      url\n      expiresAt\n    }\n  }\n": typeof types.CreateConsentLinkDocument,
    "\n  fragment ConsentStep on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    ...ConsentLink\n    ...VerifyStepButton\n  }\n": typeof types.ConsentStepFragmentDoc,
    "\n  fragment CredentialStep on TenantOnboardingSession {\n    id\n    currentStep\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    providerConnection {\n      id\n      displayName\n      credential {\n        type\n        clientId\n        expiresAt\n      }\n    }\n  }\n": typeof types.CredentialStepFragmentDoc,
    "\n  fragment DirectoryStep on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n      status\n      graphTenantId\n      externalId\n    }\n  }\n": typeof types.DirectoryStepFragmentDoc,
    "\n  fragment EndedSession on TenantOnboardingSession {\n    id\n    status\n    state\n    workspace {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    tenant {\n      id\n      tenantId\n    }\n    ...SessionFacts\n  }\n": typeof types.EndedSessionFragmentDoc,
    "\n  subscription LiveOnboardingRun($id: ID!) {\n    operationRun(id: $id) {\n      id\n      version\n      status\n      ...RunReport\n      ...RunProblems\n    }\n  }\n": typeof types.LiveOnboardingRunDocument,
    "\n  subscription LiveOnboardingTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n    }\n  }\n": typeof types.LiveOnboardingTenantDocument,
    "\n  fragment OnboardingNewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": typeof types.OnboardingNewConnectionFragmentDoc,
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
    "\n  query ApiTokensPage {\n    viewer {\n      workspaces {\n        id\n        name\n        capabilities\n      }\n      apiTokens {\n        id\n        status\n        ...ApiTokenRow\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n  }\n": typeof types.ApiTokensPageDocument,
    "\n  query ConnectionPage($id: ID!) {\n    providerConnection(id: $id) {\n      ...ConnectionPageConnection\n    }\n  }\n": typeof types.ConnectionPageDocument,
    "\n  subscription LiveConnection($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n": typeof types.LiveConnectionDocument,
    "\n  subscription LiveConnectionRun($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n": typeof types.LiveConnectionRunDocument,
    "\n  fragment ConnectionPageConnection on ProviderConnection {\n    id\n    displayName\n    entraTenantId\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n    }\n    activeRun {\n      id\n    }\n    ...CandidatePanel\n    ...ConnectionActions\n    ...ConnectionFacts\n    ...ConnectionNotices\n    ...ConnectionRuns\n    ...ConsentPanel\n    ...CredentialPanel\n  }\n": typeof types.ConnectionPageConnectionFragmentDoc,
    "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": typeof types.HomePageDocument,
    "\n  query MembersPage($id: ID!, $first: Int!, $after: String) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    workspace(id: $id) {\n      id\n      name\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members(first: $first, after: $after) {\n        edges {\n          cursor\n        }\n        totalCount\n        ...MemberTable\n      }\n    }\n  }\n": typeof types.MembersPageDocument,
    "\n  query NewConnectionPage($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...NewConnection\n    }\n    clouds {\n      name\n      label\n    }\n  }\n": typeof types.NewConnectionPageDocument,
    "\n  query OnboardingPage($id: ID!) {\n    tenantOnboardingSession(id: $id) {\n      ...OnboardingPageSession\n    }\n  }\n": typeof types.OnboardingPageDocument,
    "\n  fragment OnboardingPageSession on TenantOnboardingSession {\n    id\n    status\n    currentStep\n    statusBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...CancelSessionButton\n    ...OpenSession\n    ...EndedSession\n  }\n": typeof types.OnboardingPageSessionFragmentDoc,
    "\n  query OnboardingsPage(\n    $id: ID!\n    $first: Int!\n    $open: [OnboardingStatus!]!\n    $ended: [OnboardingStatus!]!\n    $withOpen: Boolean!\n    $withEnded: Boolean!\n  ) {\n    workspace(id: $id) {\n      id\n      name\n      ...BeginButton\n      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {\n        totalCount\n        ...SessionTable\n      }\n      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {\n        totalCount\n        ...SessionTable\n      }\n    }\n  }\n": typeof types.OnboardingsPageDocument,
    "\n  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {\n    workspace(id: $id) {\n      id\n      onboardingSessions(first: $first, after: $after, status: $status) {\n        ...SessionTable\n      }\n    }\n  }\n": typeof types.MoreOnboardingsDocument,
    "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n": typeof types.ReasonsPageDocument,
    "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": typeof types.RunPageDocument,
    "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": typeof types.LiveRunDocument,
    "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    type\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      fingerprint\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n": typeof types.RunPageRunFragmentDoc,
    "\n  query TenantMembersPage($id: ID!) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    tenant(id: $id) {\n      id\n      name\n      workspace {\n        id\n        members(first: 100) {\n          edges {\n            cursor\n            node {\n              user {\n                id\n                displayName\n                email\n              }\n            }\n          }\n        }\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members {\n        user {\n          id\n          displayName\n          email\n        }\n        ...TenantMemberRow\n      }\n    }\n  }\n": typeof types.TenantMembersPageDocument,
    "\n  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantRunsDocument,
    "\n  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantSettledDocument,
    "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n": typeof types.LiveTenantDocument,
    "\n  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {\n    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {\n      ...HistoryItemLive\n      id\n      status\n    }\n  }\n": typeof types.LiveTenantRunsDocument,
    "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    operationTypes {\n      type\n      label\n    }\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": typeof types.TenantPageDocument,
    "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...TenantHead\n  }\n": typeof types.TenantPageTenantFragmentDoc,
    "\n  fragment TenantSettled on Tenant {\n    ...TenantNotices\n    ...TenantStanding\n    ...CapabilityMatrix\n    ...PermissionInventory\n  }\n": typeof types.TenantSettledFragmentDoc,
    "\n  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {\n    badgeCatalog {\n      ...ReadinessBadges\n    }\n    workspace(id: $id) {\n      id\n      name\n      role\n      ...ReadinessTiles\n      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {\n        edges {\n          cursor\n        }\n        ...TenantTable\n      }\n    }\n  }\n": typeof types.WorkspacePageDocument,
    "\n  query WorkspaceCounts($id: ID!) {\n    workspace(id: $id) {\n      id\n      ...ReadinessTiles\n    }\n  }\n": typeof types.WorkspaceCountsDocument,
    "\n  mutation SetWorkspaceMember($input: SetWorkspaceMemberInput!) {\n    setWorkspaceMember(input: $input) {\n      workspace {\n        id\n        role\n      }\n    }\n  }\n": typeof types.SetWorkspaceMemberDocument,
    "\n  mutation RemoveWorkspaceMember($input: RemoveWorkspaceMemberInput!) {\n    removeWorkspaceMember(input: $input) {\n      workspace {\n        id\n      }\n    }\n  }\n": typeof types.RemoveWorkspaceMemberDocument,
    "\n  mutation SetTenantMember($input: SetTenantMemberInput!) {\n    setTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n": typeof types.SetTenantMemberDocument,
    "\n  mutation RemoveTenantMember($input: RemoveTenantMemberInput!) {\n    removeTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n": typeof types.RemoveTenantMemberDocument,
    "\n  fragment MemberTable on WorkspaceMemberConnection {\n    edges {\n      cursor\n      node {\n        user {\n          id\n          displayName\n          email\n        }\n        role\n        joinedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": typeof types.MemberTableFragmentDoc,
    "\n  fragment RoleCatalogue on RoleDefinition {\n    role\n    label\n    capabilities {\n      capability\n      label\n    }\n  }\n": typeof types.RoleCatalogueFragmentDoc,
    "\n  fragment TenantMemberRow on TenantMember {\n    user {\n      id\n      displayName\n      email\n    }\n    role\n    effectiveRole\n    isGiven\n    effectiveRoleReason\n  }\n": typeof types.TenantMemberRowFragmentDoc,
    "\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.AcknowledgeCheckDocument,
    "\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      acknowledgedAt\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.CheckAcknowledgementFragmentDoc,
    "\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.WithdrawAcknowledgementDocument,
    "\n  fragment GroupedCheck on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    acknowledgement {\n      id\n    }\n    ...CheckItem\n  }\n": typeof types.GroupedCheckFragmentDoc,
    "\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n": typeof types.CheckItemFragmentDoc,
    "\n  fragment ReportChanges on VerificationReport {\n    previousReportId\n    changes {\n      key\n      title\n      kind\n      after\n      evidenceChanged\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n    }\n  }\n": typeof types.ReportChangesFragmentDoc,
    "\n  fragment ReportCounts on VerificationCounts {\n    pass\n    fail\n    warn\n    unknown\n    skip\n    running\n  }\n": typeof types.ReportCountsFragmentDoc,
    "\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...GroupedCheck\n    }\n  }\n": typeof types.ReportPanelFragmentDoc,
    "\n  query StoredDocument($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      verificationReport {\n        document\n      }\n    }\n  }\n": typeof types.StoredDocumentDocument,
    "\n  fragment AcceptRemovals on OperationRun {\n    version\n    type\n    failureSummary {\n      code\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": typeof types.AcceptRemovalsFragmentDoc,
    "\n  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {\n    startOperation(\n      input: {\n        type: $type\n        tenantId: $tenantId\n        providerConnectionId: $providerConnectionId\n        acceptRemovals: true\n      }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.AcceptRemovalsDocument,
    "\n  fragment CancelButton on OperationRun {\n    id\n    version\n    status\n    cancelRequestedAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": typeof types.CancelButtonFragmentDoc,
    "\n  mutation CancelRun($runId: ID!) {\n    cancelOperationRun(input: { runId: $runId }) {\n      run {\n        id\n      }\n    }\n  }\n": typeof types.CancelRunDocument,
    "\n  fragment TimelineEvent on RunEvent {\n    seq\n    at\n    kind\n    message\n  }\n": typeof types.TimelineEventFragmentDoc,
    "\n  query LaterEvents($runId: ID!, $after: Int!) {\n    operationRun(id: $runId) {\n      id\n      version\n      events(first: 500, after: $after) {\n        ...TimelineEvent\n      }\n    }\n  }\n": typeof types.LaterEventsDocument,
    "\n  fragment RehearsalNotice on OperationRun {\n    version\n    isRehearsal\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n    }\n  }\n": typeof types.RehearsalNoticeFragmentDoc,
    "\n  fragment RunBadges on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n  }\n": typeof types.RunBadgesFragmentDoc,
    "\n  fragment RunCounts on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    summaryCounts\n  }\n": typeof types.RunCountsFragmentDoc,
    "\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n": typeof types.RunFactsFragmentDoc,
    "\n  fragment RunHead on OperationRun {\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": typeof types.RunHeadFragmentDoc,
    "\n  fragment RunProblems on OperationRun {\n    version\n    outcome\n    reasonCode\n    nextSteps {\n      label\n      url\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      schemaVersion\n    }\n    ...AcceptRemovals\n  }\n": typeof types.RunProblemsFragmentDoc,
    "\n  fragment RunReport on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    verificationReport {\n      ...ReportPanel\n    }\n  }\n": typeof types.RunReportFragmentDoc,
    "\n  fragment RunTime on OperationRun {\n    version\n    status\n    createdAt\n    startedAt\n    durationMs\n  }\n": typeof types.RunTimeFragmentDoc,
    "\n  fragment RunTimeline on OperationRun {\n    id\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      ...TimelineEvent\n    }\n  }\n": typeof types.RunTimelineFragmentDoc,
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
    "\n  mutation StartVerification($tenantId: ID!, $connectionId: ID) {\n    startVerification(input: { tenantId: $tenantId, providerConnectionId: $connectionId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": typeof types.StartVerificationDocument,
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
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      plaintext\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($apiTokenId: ID!) {\n    revokeApiToken(input: { apiTokenId: $apiTokenId }) {\n      apiToken {\n        ...ApiTokenRow\n      }\n    }\n  }\n": types.RevokeApiTokenDocument,
    "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    prefix\n    workspace {\n      id\n      name\n    }\n    capabilities\n    createdAt\n    lastUsedAt\n    expiresAt\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n  }\n": types.ApiTokenRowFragmentDoc,
    "\n  fragment SeenRun on OperationRun {\n    version\n  }\n": types.SeenRunFragmentDoc,
    "\n  query AccountMenus {\n    viewer {\n      user {\n        id\n        displayName\n        email\n      }\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": types.AccountMenusDocument,
    "\n  fragment CandidatePanel on ProviderConnection {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credentialCandidate {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      rehearsal {\n        id\n        ...Rehearsal\n      }\n    }\n  }\n": types.CandidatePanelFragmentDoc,
    "\n  fragment Rehearsal on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": types.RehearsalFragmentDoc,
    "\n  mutation ActivateCredential($id: ID!, $rehearsalRunId: ID!) {\n    activateProviderCredential(input: { connectionId: $id, rehearsalRunId: $rehearsalRunId }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.ActivateCredentialDocument,
    "\n  mutation DiscardCandidate($id: ID!) {\n    discardProviderCredentialCandidate(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.DiscardCandidateDocument,
    "\n  query CertificateInspection($id: ID!, $certificatePem: String!) {\n    providerConnection(id: $id) {\n      id\n      certificateInspection(certificatePem: $certificatePem) {\n        problem\n        expiresAt\n        thumbprint\n      }\n    }\n  }\n": types.CertificateInspectionDocument,
    "\n  fragment ConnectionActions on ProviderConnection {\n    id\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditConnection\n    ...VerifyConnection\n  }\n": types.ConnectionActionsFragmentDoc,
    "\n  mutation MakeDefaultConnection($id: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.MakeDefaultConnectionDocument,
    "\n  mutation EnableConnection($id: ID!, $enabled: Boolean!) {\n    updateProviderConnection(input: { connectionId: $id, enabled: $enabled }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.EnableConnectionDocument,
    "\n  fragment ConnectionFacts on ProviderConnection {\n    id\n    cloudLabel\n    lastHealthCheckAt\n    createdAt\n    updatedAt\n    permissionProfiles\n    scopesGranted\n  }\n": types.ConnectionFactsFragmentDoc,
    "\n  fragment ConnectionNotices on ProviderConnection {\n    id\n    lastErrorReasonCode\n    lastErrorMessage\n    activeRun {\n      id\n      version\n      status\n      label\n      isRehearsal\n      statusBadge {\n        label\n        color\n        icon\n      }\n      progress {\n        completed\n        total\n      }\n    }\n  }\n": types.ConnectionNoticesFragmentDoc,
    "\n  fragment ConnectionRuns on ProviderConnection {\n    id\n    operationRuns(first: 5) {\n      nodes {\n        id\n        ...ConnectionRun\n      }\n    }\n  }\n": types.ConnectionRunsFragmentDoc,
    "\n  fragment ConnectionRun on OperationRun {\n    id\n    version\n    label\n    status\n    isRehearsal\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n": types.ConnectionRunFragmentDoc,
    "\n  fragment ConsentPanel on ProviderConnection {\n    id\n    adminConsentUrl\n    ...VerifyConnection\n  }\n": types.ConsentPanelFragmentDoc,
    "\n  query CredentialRules($id: ID!) {\n    providerConnection(id: $id) {\n      id\n      credentialRules {\n        field\n        pattern\n        refusesMatch\n        message\n      }\n    }\n  }\n": types.CredentialRulesDocument,
    "\n  fragment CredentialPanel on ProviderConnection {\n    id\n    displayName\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credential {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      tokenFile\n    }\n    credentialCandidate {\n      clientId\n    }\n  }\n": types.CredentialPanelFragmentDoc,
    "\n  mutation DeleteCredential($id: ID!) {\n    deleteProviderCredential(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.DeleteCredentialDocument,
    "\n  fragment EditConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    cloudLabel\n    permissionProfiles\n  }\n": types.EditConnectionFragmentDoc,
    "\n  query Clouds {\n    clouds {\n      name\n      label\n    }\n  }\n": types.CloudsDocument,
    "\n  mutation UpdateConnection($input: UpdateProviderConnectionInput!) {\n    updateProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.UpdateConnectionDocument,
    "\n  fragment NewConnection on Tenant {\n    id\n    graphTenantId\n    providerConnections {\n      id\n      displayName\n      entraTenantId\n    }\n  }\n": types.NewConnectionFragmentDoc,
    "\n  mutation CreateConnection($input: CreateProviderConnectionInput!) {\n    createProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.CreateConnectionDocument,
    "\n  mutation SetCredential($input: SetProviderCredentialInput!) {\n    setProviderCredential(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n": types.SetCredentialDocument,
    "\n  mutation RehearseCredential($input: RehearseProviderCredentialInput!) {\n    rehearseProviderCredential(input: $input) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": types.RehearseCredentialDocument,
    "\n  fragment VerifyConnection on ProviderConnection {\n    id\n    displayName\n    tenant {\n      id\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.VerifyConnectionFragmentDoc,
    "\n  fragment BeginButton on Workspace {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.BeginButtonFragmentDoc,
    "\n  mutation DiscoverDirectory($workspaceId: ID!, $name: String!) {\n    discoverDirectory(input: { workspaceId: $workspaceId, name: $name }) {\n      sightings {\n        cloud\n        entraTenantId\n        region\n      }\n      unansweredClouds\n    }\n  }\n": types.DiscoverDirectoryDocument,
    "\n  mutation BeginOnboarding($input: BeginTenantOnboardingInput!) {\n    beginTenantOnboarding(input: $input) {\n      session {\n        id\n      }\n    }\n  }\n": types.BeginOnboardingDocument,
    "\n  mutation CancelOnboarding($sessionId: ID!) {\n    cancelTenantOnboarding(input: { sessionId: $sessionId }) {\n      session {\n        id\n      }\n    }\n  }\n": types.CancelOnboardingDocument,
    "\n  fragment CancelSessionButton on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.CancelSessionButtonFragmentDoc,
    "\n  mutation CompleteOnboarding($sessionId: ID!, $overrideReason: String) {\n    completeTenantOnboarding(input: { sessionId: $sessionId, overrideReason: $overrideReason }) {\n      session {\n        id\n      }\n    }\n  }\n": types.CompleteOnboardingDocument,
    "\n  fragment CompleteStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    tenant {\n      id\n      name\n      status\n    }\n    verificationRun {\n      id\n      version\n      verificationReport {\n        summary {\n          overall\n        }\n      }\n    }\n    ...OverrideDialog\n  }\n": types.CompleteStepFragmentDoc,
    "\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...OnboardingNewConnection\n  }\n": types.ConnectionStepFragmentDoc,
    "\n  mutation ChooseOnboardingConnection($sessionId: ID!, $connectionId: ID!) {\n    updateTenantOnboarding(input: { sessionId: $sessionId, providerConnectionId: $connectionId }) {\n      session {\n        id\n      }\n    }\n  }\n": types.ChooseOnboardingConnectionDocument,
    "\n  fragment ConsentLink on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.ConsentLinkFragmentDoc,
    "\n  mutation CreateConsentLink($sessionId: ID!) {\n    createOnboardingConsentLink(input: { sessionId: $sessionId }) {\n      url\n      expiresAt\n    }\n  }\n": types.CreateConsentLinkDocument,
    "\n  fragment ConsentStep on TenantOnboardingSession {\n    id\n    consent\n    consentLinkExpiresAt\n    ...ConsentLink\n    ...VerifyStepButton\n  }\n": types.ConsentStepFragmentDoc,
    "\n  fragment CredentialStep on TenantOnboardingSession {\n    id\n    currentStep\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    providerConnection {\n      id\n      displayName\n      credential {\n        type\n        clientId\n        expiresAt\n      }\n    }\n  }\n": types.CredentialStepFragmentDoc,
    "\n  fragment DirectoryStep on TenantOnboardingSession {\n    id\n    tenant {\n      id\n      name\n      status\n      graphTenantId\n      externalId\n    }\n  }\n": types.DirectoryStepFragmentDoc,
    "\n  fragment EndedSession on TenantOnboardingSession {\n    id\n    status\n    state\n    workspace {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n    tenant {\n      id\n      tenantId\n    }\n    ...SessionFacts\n  }\n": types.EndedSessionFragmentDoc,
    "\n  subscription LiveOnboardingRun($id: ID!) {\n    operationRun(id: $id) {\n      id\n      version\n      status\n      ...RunReport\n      ...RunProblems\n    }\n  }\n": types.LiveOnboardingRunDocument,
    "\n  subscription LiveOnboardingTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      status\n    }\n  }\n": types.LiveOnboardingTenantDocument,
    "\n  fragment OnboardingNewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": types.OnboardingNewConnectionFragmentDoc,
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
    "\n  query ApiTokensPage {\n    viewer {\n      workspaces {\n        id\n        name\n        capabilities\n      }\n      apiTokens {\n        id\n        status\n        ...ApiTokenRow\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n  }\n": types.ApiTokensPageDocument,
    "\n  query ConnectionPage($id: ID!) {\n    providerConnection(id: $id) {\n      ...ConnectionPageConnection\n    }\n  }\n": types.ConnectionPageDocument,
    "\n  subscription LiveConnection($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n": types.LiveConnectionDocument,
    "\n  subscription LiveConnectionRun($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n": types.LiveConnectionRunDocument,
    "\n  fragment ConnectionPageConnection on ProviderConnection {\n    id\n    displayName\n    entraTenantId\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n    }\n    activeRun {\n      id\n    }\n    ...CandidatePanel\n    ...ConnectionActions\n    ...ConnectionFacts\n    ...ConnectionNotices\n    ...ConnectionRuns\n    ...ConsentPanel\n    ...CredentialPanel\n  }\n": types.ConnectionPageConnectionFragmentDoc,
    "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n": types.HomePageDocument,
    "\n  query MembersPage($id: ID!, $first: Int!, $after: String) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    workspace(id: $id) {\n      id\n      name\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members(first: $first, after: $after) {\n        edges {\n          cursor\n        }\n        totalCount\n        ...MemberTable\n      }\n    }\n  }\n": types.MembersPageDocument,
    "\n  query NewConnectionPage($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...NewConnection\n    }\n    clouds {\n      name\n      label\n    }\n  }\n": types.NewConnectionPageDocument,
    "\n  query OnboardingPage($id: ID!) {\n    tenantOnboardingSession(id: $id) {\n      ...OnboardingPageSession\n    }\n  }\n": types.OnboardingPageDocument,
    "\n  fragment OnboardingPageSession on TenantOnboardingSession {\n    id\n    status\n    currentStep\n    statusBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n      name\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n    }\n    verificationRun {\n      id\n      version\n      status\n    }\n    ...CancelSessionButton\n    ...OpenSession\n    ...EndedSession\n  }\n": types.OnboardingPageSessionFragmentDoc,
    "\n  query OnboardingsPage(\n    $id: ID!\n    $first: Int!\n    $open: [OnboardingStatus!]!\n    $ended: [OnboardingStatus!]!\n    $withOpen: Boolean!\n    $withEnded: Boolean!\n  ) {\n    workspace(id: $id) {\n      id\n      name\n      ...BeginButton\n      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {\n        totalCount\n        ...SessionTable\n      }\n      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {\n        totalCount\n        ...SessionTable\n      }\n    }\n  }\n": types.OnboardingsPageDocument,
    "\n  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {\n    workspace(id: $id) {\n      id\n      onboardingSessions(first: $first, after: $after, status: $status) {\n        ...SessionTable\n      }\n    }\n  }\n": types.MoreOnboardingsDocument,
    "\n  query ReasonsPage {\n    reasonCatalog {\n      code\n      message\n      blocking\n      retryable\n      actor\n      steps\n    }\n  }\n": types.ReasonsPageDocument,
    "\n  query RunPage($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": types.RunPageDocument,
    "\n  subscription LiveRun($id: ID!) {\n    operationRun(id: $id) {\n      ...RunPageRun\n    }\n  }\n": types.LiveRunDocument,
    "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    type\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      fingerprint\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n": types.RunPageRunFragmentDoc,
    "\n  query TenantMembersPage($id: ID!) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    tenant(id: $id) {\n      id\n      name\n      workspace {\n        id\n        members(first: 100) {\n          edges {\n            cursor\n            node {\n              user {\n                id\n                displayName\n                email\n              }\n            }\n          }\n        }\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members {\n        user {\n          id\n          displayName\n          email\n        }\n        ...TenantMemberRow\n      }\n    }\n  }\n": types.TenantMembersPageDocument,
    "\n  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantHistory\n    }\n  }\n": types.TenantRunsDocument,
    "\n  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    tenant(id: $id) {\n      id\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": types.TenantSettledDocument,
    "\n  subscription LiveTenant($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      tenant {\n        ...TenantPageTenant\n      }\n    }\n  }\n": types.LiveTenantDocument,
    "\n  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {\n    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {\n      ...HistoryItemLive\n      id\n      status\n    }\n  }\n": types.LiveTenantRunsDocument,
    "\n  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {\n    operationTypes {\n      type\n      label\n    }\n    tenant(id: $id) {\n      ...TenantPageTenant\n      ...TenantSettled\n      ...TenantHistory\n    }\n  }\n": types.TenantPageDocument,
    "\n  fragment TenantPageTenant on Tenant {\n    id\n    name\n    readinessBadge {\n      label\n      color\n      icon\n    }\n    workspace {\n      id\n    }\n    latestVerification {\n      id\n      version\n      status\n    }\n    ...LatestAttempt\n    ...TenantConnections\n    ...TenantHead\n  }\n": types.TenantPageTenantFragmentDoc,
    "\n  fragment TenantSettled on Tenant {\n    ...TenantNotices\n    ...TenantStanding\n    ...CapabilityMatrix\n    ...PermissionInventory\n  }\n": types.TenantSettledFragmentDoc,
    "\n  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {\n    badgeCatalog {\n      ...ReadinessBadges\n    }\n    workspace(id: $id) {\n      id\n      name\n      role\n      ...ReadinessTiles\n      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {\n        edges {\n          cursor\n        }\n        ...TenantTable\n      }\n    }\n  }\n": types.WorkspacePageDocument,
    "\n  query WorkspaceCounts($id: ID!) {\n    workspace(id: $id) {\n      id\n      ...ReadinessTiles\n    }\n  }\n": types.WorkspaceCountsDocument,
    "\n  mutation SetWorkspaceMember($input: SetWorkspaceMemberInput!) {\n    setWorkspaceMember(input: $input) {\n      workspace {\n        id\n        role\n      }\n    }\n  }\n": types.SetWorkspaceMemberDocument,
    "\n  mutation RemoveWorkspaceMember($input: RemoveWorkspaceMemberInput!) {\n    removeWorkspaceMember(input: $input) {\n      workspace {\n        id\n      }\n    }\n  }\n": types.RemoveWorkspaceMemberDocument,
    "\n  mutation SetTenantMember($input: SetTenantMemberInput!) {\n    setTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n": types.SetTenantMemberDocument,
    "\n  mutation RemoveTenantMember($input: RemoveTenantMemberInput!) {\n    removeTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n": types.RemoveTenantMemberDocument,
    "\n  fragment MemberTable on WorkspaceMemberConnection {\n    edges {\n      cursor\n      node {\n        user {\n          id\n          displayName\n          email\n        }\n        role\n        joinedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": types.MemberTableFragmentDoc,
    "\n  fragment RoleCatalogue on RoleDefinition {\n    role\n    label\n    capabilities {\n      capability\n      label\n    }\n  }\n": types.RoleCatalogueFragmentDoc,
    "\n  fragment TenantMemberRow on TenantMember {\n    user {\n      id\n      displayName\n      email\n    }\n    role\n    effectiveRole\n    isGiven\n    effectiveRoleReason\n  }\n": types.TenantMemberRowFragmentDoc,
    "\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": types.AcknowledgeCheckDocument,
    "\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      acknowledgedAt\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n": types.CheckAcknowledgementFragmentDoc,
    "\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n": types.WithdrawAcknowledgementDocument,
    "\n  fragment GroupedCheck on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    acknowledgement {\n      id\n    }\n    ...CheckItem\n  }\n": types.GroupedCheckFragmentDoc,
    "\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n": types.CheckItemFragmentDoc,
    "\n  fragment ReportChanges on VerificationReport {\n    previousReportId\n    changes {\n      key\n      title\n      kind\n      after\n      evidenceChanged\n      beforeBadge {\n        label\n        color\n        icon\n      }\n      afterBadge {\n        label\n        color\n        icon\n      }\n    }\n  }\n": types.ReportChangesFragmentDoc,
    "\n  fragment ReportCounts on VerificationCounts {\n    pass\n    fail\n    warn\n    unknown\n    skip\n    running\n  }\n": types.ReportCountsFragmentDoc,
    "\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...GroupedCheck\n    }\n  }\n": types.ReportPanelFragmentDoc,
    "\n  query StoredDocument($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      verificationReport {\n        document\n      }\n    }\n  }\n": types.StoredDocumentDocument,
    "\n  fragment AcceptRemovals on OperationRun {\n    version\n    type\n    failureSummary {\n      code\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n": types.AcceptRemovalsFragmentDoc,
    "\n  mutation AcceptRemovals($type: String!, $tenantId: ID!, $providerConnectionId: ID) {\n    startOperation(\n      input: {\n        type: $type\n        tenantId: $tenantId\n        providerConnectionId: $providerConnectionId\n        acceptRemovals: true\n      }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n": types.AcceptRemovalsDocument,
    "\n  fragment CancelButton on OperationRun {\n    id\n    version\n    status\n    cancelRequestedAt\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n": types.CancelButtonFragmentDoc,
    "\n  mutation CancelRun($runId: ID!) {\n    cancelOperationRun(input: { runId: $runId }) {\n      run {\n        id\n      }\n    }\n  }\n": types.CancelRunDocument,
    "\n  fragment TimelineEvent on RunEvent {\n    seq\n    at\n    kind\n    message\n  }\n": types.TimelineEventFragmentDoc,
    "\n  query LaterEvents($runId: ID!, $after: Int!) {\n    operationRun(id: $runId) {\n      id\n      version\n      events(first: 500, after: $after) {\n        ...TimelineEvent\n      }\n    }\n  }\n": types.LaterEventsDocument,
    "\n  fragment RehearsalNotice on OperationRun {\n    version\n    isRehearsal\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n    }\n  }\n": types.RehearsalNoticeFragmentDoc,
    "\n  fragment RunBadges on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n  }\n": types.RunBadgesFragmentDoc,
    "\n  fragment RunCounts on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    summaryCounts\n  }\n": types.RunCountsFragmentDoc,
    "\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n": types.RunFactsFragmentDoc,
    "\n  fragment RunHead on OperationRun {\n    version\n    label\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n": types.RunHeadFragmentDoc,
    "\n  fragment RunProblems on OperationRun {\n    version\n    outcome\n    reasonCode\n    nextSteps {\n      label\n      url\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      schemaVersion\n    }\n    ...AcceptRemovals\n  }\n": types.RunProblemsFragmentDoc,
    "\n  fragment RunReport on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    verificationReport {\n      ...ReportPanel\n    }\n  }\n": types.RunReportFragmentDoc,
    "\n  fragment RunTime on OperationRun {\n    version\n    status\n    createdAt\n    startedAt\n    durationMs\n  }\n": types.RunTimeFragmentDoc,
    "\n  fragment RunTimeline on OperationRun {\n    id\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      ...TimelineEvent\n    }\n  }\n": types.RunTimelineFragmentDoc,
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
    "\n  mutation StartVerification($tenantId: ID!, $connectionId: ID) {\n    startVerification(input: { tenantId: $tenantId, providerConnectionId: $connectionId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n": types.StartVerificationDocument,
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
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      plaintext\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      plaintext\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($apiTokenId: ID!) {\n    revokeApiToken(input: { apiTokenId: $apiTokenId }) {\n      apiToken {\n        ...ApiTokenRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiToken($apiTokenId: ID!) {\n    revokeApiToken(input: { apiTokenId: $apiTokenId }) {\n      apiToken {\n        ...ApiTokenRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    prefix\n    workspace {\n      id\n      name\n    }\n    capabilities\n    createdAt\n    lastUsedAt\n    expiresAt\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n  }\n"): (typeof documents)["\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    prefix\n    workspace {\n      id\n      name\n    }\n    capabilities\n    createdAt\n    lastUsedAt\n    expiresAt\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment CandidatePanel on ProviderConnection {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credentialCandidate {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      rehearsal {\n        id\n        ...Rehearsal\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CandidatePanel on ProviderConnection {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credentialCandidate {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      rehearsal {\n        id\n        ...Rehearsal\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Rehearsal on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Rehearsal on OperationRun {\n    id\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    failureSummary {\n      code\n      message\n    }\n    verificationReport {\n      summary {\n        overallBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ActivateCredential($id: ID!, $rehearsalRunId: ID!) {\n    activateProviderCredential(input: { connectionId: $id, rehearsalRunId: $rehearsalRunId }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ActivateCredential($id: ID!, $rehearsalRunId: ID!) {\n    activateProviderCredential(input: { connectionId: $id, rehearsalRunId: $rehearsalRunId }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardCandidate($id: ID!) {\n    discardProviderCredentialCandidate(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardCandidate($id: ID!) {\n    discardProviderCredentialCandidate(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CertificateInspection($id: ID!, $certificatePem: String!) {\n    providerConnection(id: $id) {\n      id\n      certificateInspection(certificatePem: $certificatePem) {\n        problem\n        expiresAt\n        thumbprint\n      }\n    }\n  }\n"): (typeof documents)["\n  query CertificateInspection($id: ID!, $certificatePem: String!) {\n    providerConnection(id: $id) {\n      id\n      certificateInspection(certificatePem: $certificatePem) {\n        problem\n        expiresAt\n        thumbprint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionActions on ProviderConnection {\n    id\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditConnection\n    ...VerifyConnection\n  }\n"): (typeof documents)["\n  fragment ConnectionActions on ProviderConnection {\n    id\n    status\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    ...EditConnection\n    ...VerifyConnection\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeDefaultConnection($id: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MakeDefaultConnection($id: ID!) {\n    makeDefaultProviderConnection(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableConnection($id: ID!, $enabled: Boolean!) {\n    updateProviderConnection(input: { connectionId: $id, enabled: $enabled }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnableConnection($id: ID!, $enabled: Boolean!) {\n    updateProviderConnection(input: { connectionId: $id, enabled: $enabled }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionFacts on ProviderConnection {\n    id\n    cloudLabel\n    lastHealthCheckAt\n    createdAt\n    updatedAt\n    permissionProfiles\n    scopesGranted\n  }\n"): (typeof documents)["\n  fragment ConnectionFacts on ProviderConnection {\n    id\n    cloudLabel\n    lastHealthCheckAt\n    createdAt\n    updatedAt\n    permissionProfiles\n    scopesGranted\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionNotices on ProviderConnection {\n    id\n    lastErrorReasonCode\n    lastErrorMessage\n    activeRun {\n      id\n      version\n      status\n      label\n      isRehearsal\n      statusBadge {\n        label\n        color\n        icon\n      }\n      progress {\n        completed\n        total\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ConnectionNotices on ProviderConnection {\n    id\n    lastErrorReasonCode\n    lastErrorMessage\n    activeRun {\n      id\n      version\n      status\n      label\n      isRehearsal\n      statusBadge {\n        label\n        color\n        icon\n      }\n      progress {\n        completed\n        total\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionRuns on ProviderConnection {\n    id\n    operationRuns(first: 5) {\n      nodes {\n        id\n        ...ConnectionRun\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ConnectionRuns on ProviderConnection {\n    id\n    operationRuns(first: 5) {\n      nodes {\n        id\n        ...ConnectionRun\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionRun on OperationRun {\n    id\n    version\n    label\n    status\n    isRehearsal\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n"): (typeof documents)["\n  fragment ConnectionRun on OperationRun {\n    id\n    version\n    label\n    status\n    isRehearsal\n    statusBadge {\n      label\n      color\n      icon\n    }\n    outcomeBadge {\n      label\n      color\n      icon\n    }\n    createdAt\n    initiator {\n      id\n      displayName\n    }\n    ...RunTime\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConsentPanel on ProviderConnection {\n    id\n    adminConsentUrl\n    ...VerifyConnection\n  }\n"): (typeof documents)["\n  fragment ConsentPanel on ProviderConnection {\n    id\n    adminConsentUrl\n    ...VerifyConnection\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CredentialRules($id: ID!) {\n    providerConnection(id: $id) {\n      id\n      credentialRules {\n        field\n        pattern\n        refusesMatch\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  query CredentialRules($id: ID!) {\n    providerConnection(id: $id) {\n      id\n      credentialRules {\n        field\n        pattern\n        refusesMatch\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CredentialPanel on ProviderConnection {\n    id\n    displayName\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credential {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      tokenFile\n    }\n    credentialCandidate {\n      clientId\n    }\n  }\n"): (typeof documents)["\n  fragment CredentialPanel on ProviderConnection {\n    id\n    displayName\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    credential {\n      type\n      clientId\n      expiresAt\n      updatedAt\n      thumbprint\n      tokenFile\n    }\n    credentialCandidate {\n      clientId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCredential($id: ID!) {\n    deleteProviderCredential(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteCredential($id: ID!) {\n    deleteProviderCredential(input: { connectionId: $id }) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EditConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    cloudLabel\n    permissionProfiles\n  }\n"): (typeof documents)["\n  fragment EditConnection on ProviderConnection {\n    id\n    displayName\n    cloud\n    cloudLabel\n    permissionProfiles\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Clouds {\n    clouds {\n      name\n      label\n    }\n  }\n"): (typeof documents)["\n  query Clouds {\n    clouds {\n      name\n      label\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateConnection($input: UpdateProviderConnectionInput!) {\n    updateProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateConnection($input: UpdateProviderConnectionInput!) {\n    updateProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NewConnection on Tenant {\n    id\n    graphTenantId\n    providerConnections {\n      id\n      displayName\n      entraTenantId\n    }\n  }\n"): (typeof documents)["\n  fragment NewConnection on Tenant {\n    id\n    graphTenantId\n    providerConnections {\n      id\n      displayName\n      entraTenantId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateConnection($input: CreateProviderConnectionInput!) {\n    createProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateConnection($input: CreateProviderConnectionInput!) {\n    createProviderConnection(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCredential($input: SetProviderCredentialInput!) {\n    setProviderCredential(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetCredential($input: SetProviderCredentialInput!) {\n    setProviderCredential(input: $input) {\n      providerConnection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RehearseCredential($input: RehearseProviderCredentialInput!) {\n    rehearseProviderCredential(input: $input) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RehearseCredential($input: RehearseProviderCredentialInput!) {\n    rehearseProviderCredential(input: $input) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerifyConnection on ProviderConnection {\n    id\n    displayName\n    tenant {\n      id\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"): (typeof documents)["\n  fragment VerifyConnection on ProviderConnection {\n    id\n    displayName\n    tenant {\n      id\n    }\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...OnboardingNewConnection\n  }\n"): (typeof documents)["\n  fragment ConnectionStep on TenantOnboardingSession {\n    id\n    actions {\n      action\n      enabled\n      disabledReason\n    }\n    providerConnection {\n      id\n    }\n    tenant {\n      id\n      providerConnections {\n        id\n        displayName\n        cloud\n        statusBadge {\n          label\n          color\n          icon\n        }\n      }\n    }\n    ...OnboardingNewConnection\n  }\n"];
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
export function graphql(source: "\n  fragment OnboardingNewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment OnboardingNewConnection on TenantOnboardingSession {\n    id\n    workspace {\n      id\n    }\n    tenant {\n      id\n      name\n      graphTenantId\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query ApiTokensPage {\n    viewer {\n      workspaces {\n        id\n        name\n        capabilities\n      }\n      apiTokens {\n        id\n        status\n        ...ApiTokenRow\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n  }\n"): (typeof documents)["\n  query ApiTokensPage {\n    viewer {\n      workspaces {\n        id\n        name\n        capabilities\n      }\n      apiTokens {\n        id\n        status\n        ...ApiTokenRow\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectionPage($id: ID!) {\n    providerConnection(id: $id) {\n      ...ConnectionPageConnection\n    }\n  }\n"): (typeof documents)["\n  query ConnectionPage($id: ID!) {\n    providerConnection(id: $id) {\n      ...ConnectionPageConnection\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveConnection($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveConnection($tenantId: ID!) {\n    tenantVerification(tenantId: $tenantId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveConnectionRun($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveConnectionRun($runId: ID!) {\n    operationRun(id: $runId) {\n      id\n      version\n      providerConnection {\n        ...ConnectionPageConnection\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionPageConnection on ProviderConnection {\n    id\n    displayName\n    entraTenantId\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n    }\n    activeRun {\n      id\n    }\n    ...CandidatePanel\n    ...ConnectionActions\n    ...ConnectionFacts\n    ...ConnectionNotices\n    ...ConnectionRuns\n    ...ConsentPanel\n    ...CredentialPanel\n  }\n"): (typeof documents)["\n  fragment ConnectionPageConnection on ProviderConnection {\n    id\n    displayName\n    entraTenantId\n    isDefault\n    statusBadge {\n      label\n      color\n      icon\n    }\n    healthBadge {\n      label\n      color\n      icon\n    }\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n    }\n    activeRun {\n      id\n    }\n    ...CandidatePanel\n    ...ConnectionActions\n    ...ConnectionFacts\n    ...ConnectionNotices\n    ...ConnectionRuns\n    ...ConsentPanel\n    ...CredentialPanel\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query HomePage {\n    viewer {\n      workspaces {\n        id\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MembersPage($id: ID!, $first: Int!, $after: String) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    workspace(id: $id) {\n      id\n      name\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members(first: $first, after: $after) {\n        edges {\n          cursor\n        }\n        totalCount\n        ...MemberTable\n      }\n    }\n  }\n"): (typeof documents)["\n  query MembersPage($id: ID!, $first: Int!, $after: String) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    workspace(id: $id) {\n      id\n      name\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members(first: $first, after: $after) {\n        edges {\n          cursor\n        }\n        totalCount\n        ...MemberTable\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewConnectionPage($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...NewConnection\n    }\n    clouds {\n      name\n      label\n    }\n  }\n"): (typeof documents)["\n  query NewConnectionPage($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...NewConnection\n    }\n    clouds {\n      name\n      label\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    type\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      fingerprint\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n"): (typeof documents)["\n  fragment RunPageRun on OperationRun {\n    id\n    version\n    type\n    status\n    label\n    url\n    tenant {\n      id\n      name\n      workspace {\n        id\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      ...VerifyButton\n    }\n    verificationReport {\n      schemaVersion\n      fingerprint\n      ...ReportChanges\n    }\n    ...CancelButton\n    ...RehearsalNotice\n    ...RunBadges\n    ...RunCounts\n    ...RunFacts\n    ...RunHead\n    ...RunProblems\n    ...RunReport\n    ...RunTime\n    ...RunTimeline\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantMembersPage($id: ID!) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    tenant(id: $id) {\n      id\n      name\n      workspace {\n        id\n        members(first: 100) {\n          edges {\n            cursor\n            node {\n              user {\n                id\n                displayName\n                email\n              }\n            }\n          }\n        }\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members {\n        user {\n          id\n          displayName\n          email\n        }\n        ...TenantMemberRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query TenantMembersPage($id: ID!) {\n    viewer {\n      user {\n        id\n      }\n    }\n    roles {\n      ...RoleCatalogue\n    }\n    tenant(id: $id) {\n      id\n      name\n      workspace {\n        id\n        members(first: 100) {\n          edges {\n            cursor\n            node {\n              user {\n                id\n                displayName\n                email\n              }\n            }\n          }\n        }\n      }\n      actions {\n        action\n        enabled\n        disabledReason\n      }\n      members {\n        user {\n          id\n          displayName\n          email\n        }\n        ...TenantMemberRow\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation SetWorkspaceMember($input: SetWorkspaceMemberInput!) {\n    setWorkspaceMember(input: $input) {\n      workspace {\n        id\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetWorkspaceMember($input: SetWorkspaceMemberInput!) {\n    setWorkspaceMember(input: $input) {\n      workspace {\n        id\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveWorkspaceMember($input: RemoveWorkspaceMemberInput!) {\n    removeWorkspaceMember(input: $input) {\n      workspace {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveWorkspaceMember($input: RemoveWorkspaceMemberInput!) {\n    removeWorkspaceMember(input: $input) {\n      workspace {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTenantMember($input: SetTenantMemberInput!) {\n    setTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetTenantMember($input: SetTenantMemberInput!) {\n    setTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTenantMember($input: RemoveTenantMemberInput!) {\n    removeTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveTenantMember($input: RemoveTenantMemberInput!) {\n    removeTenantMember(input: $input) {\n      tenant {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MemberTable on WorkspaceMemberConnection {\n    edges {\n      cursor\n      node {\n        user {\n          id\n          displayName\n          email\n        }\n        role\n        joinedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"): (typeof documents)["\n  fragment MemberTable on WorkspaceMemberConnection {\n    edges {\n      cursor\n      node {\n        user {\n          id\n          displayName\n          email\n        }\n        role\n        joinedAt\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoleCatalogue on RoleDefinition {\n    role\n    label\n    capabilities {\n      capability\n      label\n    }\n  }\n"): (typeof documents)["\n  fragment RoleCatalogue on RoleDefinition {\n    role\n    label\n    capabilities {\n      capability\n      label\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantMemberRow on TenantMember {\n    user {\n      id\n      displayName\n      email\n    }\n    role\n    effectiveRole\n    isGiven\n    effectiveRoleReason\n  }\n"): (typeof documents)["\n  fragment TenantMemberRow on TenantMember {\n    user {\n      id\n      displayName\n      email\n    }\n    role\n    effectiveRole\n    isGiven\n    effectiveRoleReason\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcknowledgeCheck($runId: ID!, $checkKey: String!, $reason: String!, $expiresAt: DateTime) {\n    acknowledgeVerificationCheck(\n      input: { runId: $runId, checkKey: $checkKey, reason: $reason, expiresAt: $expiresAt }\n    ) {\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      acknowledgedAt\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CheckAcknowledgement on VerificationCheck {\n    key\n    title\n    acknowledgement {\n      id\n      reason\n      acknowledgedAt\n      expiresAt\n      acknowledgedBy {\n        id\n        displayName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawAcknowledgement($runId: ID!, $checkKey: String!) {\n    withdrawVerificationCheckAcknowledgement(input: { runId: $runId, checkKey: $checkKey }) {\n      run {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupedCheck on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    acknowledgement {\n      id\n    }\n    ...CheckItem\n  }\n"): (typeof documents)["\n  fragment GroupedCheck on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severity\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    acknowledgement {\n      id\n    }\n    ...CheckItem\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n"): (typeof documents)["\n  fragment CheckItem on VerificationCheck {\n    key\n    title\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    severityBadge {\n      label\n      color\n      icon\n    }\n    blocking\n    reasonCode\n    message\n    evidence {\n      kind\n      value\n    }\n    nextSteps {\n      label\n      url\n    }\n    ...CheckAcknowledgement\n  }\n"];
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
export function graphql(source: "\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...GroupedCheck\n    }\n  }\n"): (typeof documents)["\n  fragment ReportPanel on VerificationReport {\n    generatedAt\n    changedSincePrevious\n    previousReportId\n    summary {\n      overall\n      acknowledged\n      overallBadge {\n        label\n        color\n        icon\n      }\n      counts {\n        ...ReportCounts\n      }\n    }\n    checks {\n      key\n      ...GroupedCheck\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment TimelineEvent on RunEvent {\n    seq\n    at\n    kind\n    message\n  }\n"): (typeof documents)["\n  fragment TimelineEvent on RunEvent {\n    seq\n    at\n    kind\n    message\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LaterEvents($runId: ID!, $after: Int!) {\n    operationRun(id: $runId) {\n      id\n      version\n      events(first: 500, after: $after) {\n        ...TimelineEvent\n      }\n    }\n  }\n"): (typeof documents)["\n  query LaterEvents($runId: ID!, $after: Int!) {\n    operationRun(id: $runId) {\n      id\n      version\n      events(first: 500, after: $after) {\n        ...TimelineEvent\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment RunCounts on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    summaryCounts\n  }\n"): (typeof documents)["\n  fragment RunCounts on OperationRun {\n    version\n    status\n    statusBadge {\n      label\n      color\n      icon\n    }\n    progress {\n      completed\n      total\n      current\n    }\n    summaryCounts\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n"): (typeof documents)["\n  fragment RunFacts on OperationRun {\n    id\n    version\n    initiator {\n      id\n      displayName\n    }\n    attempt\n    createdAt\n    startedAt\n    completedAt\n    tenant {\n      id\n    }\n    providerConnection {\n      id\n      displayName\n      cloud\n    }\n    targetScope {\n      entraTenantId\n      entraTenantName\n    }\n    ...RunTime\n  }\n"];
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
export function graphql(source: "\n  fragment RunTimeline on OperationRun {\n    id\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      ...TimelineEvent\n    }\n  }\n"): (typeof documents)["\n  fragment RunTimeline on OperationRun {\n    id\n    version\n    createdAt\n    events(first: 100) {\n      seq\n      ...TimelineEvent\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation StartVerification($tenantId: ID!, $connectionId: ID) {\n    startVerification(input: { tenantId: $tenantId, providerConnectionId: $connectionId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartVerification($tenantId: ID!, $connectionId: ID) {\n    startVerification(input: { tenantId: $tenantId, providerConnectionId: $connectionId }) {\n      result\n      run {\n        id\n      }\n    }\n  }\n"];
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