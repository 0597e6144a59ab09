import { cloudLabels, cloudNames, isCloudName } from '../core/connections/clouds.ts';
import { tokenPathsOf, type TokenFile } from '../core/connections/token-files.ts';
import { credentialRules } from '../core/connections/credential-rules.ts';
import { inspectCertificate } from '../core/connections/credential-shape.ts';
import type { Database } from '../db/engine/client.ts';
import type { Keyring } from '../db/connections/envelope.ts';
import type { Queue } from '../db/engine/queue.ts';
import { activateCredential } from '../flows/connections/activate-credential.ts';
import { createConnection } from '../flows/connections/create-connection.ts';
import { deleteCredential } from '../flows/connections/delete-credential.ts';
import { discardCandidate } from '../flows/connections/discard-candidate.ts';
import { makeDefaultConnection } from '../flows/connections/make-default-connection.ts';
import { rehearseCredential } from '../flows/connections/rehearse-credential.ts';
import { setCredential } from '../flows/connections/set-credential.ts';
import { updateConnection } from '../flows/connections/update-connection.ts';
import { toAdminConsentUrl } from '../providers/microsoft/sign-in/admin-consent.ts';
import type { Clouds } from '../providers/microsoft/sign-in/clouds.ts';
import type { ConnectionFlows } from '../schema/connections/connection-flows.ts';
import { consentReturnPath } from './sign-in/consent.ts';

export interface ConnectionFlowParts {
  readonly database: Database;
  readonly queue: Queue;
  readonly keyring: Keyring;
  readonly clouds: Clouds;
  readonly tokenFiles: readonly TokenFile[];
  readonly publicUrl: string;
  readonly now: () => Date;
}

export function bindConnectionFlows(parts: ConnectionFlowParts): ConnectionFlows {
  const known = { ...parts, clouds: cloudNames.filter((name) => parts.clouds.has(name)) };
  // Where there is a sandbox, the directories at hand are in it.
  const likeliestFirst = known.clouds.toSorted((a, b) => Number(b === 'sandbox') - Number(a === 'sandbox'));
  return {
    createConnection: (viewer, request) => createConnection(known, viewer, request),
    updateConnection: (viewer, request) => updateConnection(known, viewer, request),
    makeDefaultConnection: (viewer, connectionId) => makeDefaultConnection(known, viewer, connectionId),
    setCredential: (viewer, request) => setCredential(known, viewer, request),
    deleteCredential: (viewer, connectionId) => deleteCredential(known, viewer, connectionId),
    rehearseCredential: (viewer, request) => rehearseCredential(known, viewer, request),
    discardCandidate: (viewer, connectionId) => discardCandidate(known, viewer, connectionId),
    activateCredential: (viewer, request) => activateCredential(known, viewer, request),
    credentialRules: ({ entraTenantId }, workspaceSlug) =>
      credentialRules({ entraTenantId, tokenPaths: tokenPathsOf(parts.tokenFiles, workspaceSlug) }),
    inspectCertificate: (certificatePem) => inspectCertificate(certificatePem, parts.now()),
    reachableClouds: () => likeliestFirst.map((name) => ({ name, label: cloudLabels[name] })),
    adminConsentUrl: ({ cloud: name, entraTenantId }, clientId, state) => {
      const cloud = isCloudName(name) ? parts.clouds.get(name) : undefined;
      if (cloud === undefined) return null;
      const redirectUri = `${parts.publicUrl}${consentReturnPath}`;
      return toAdminConsentUrl(cloud, { entraTenantId, clientId, redirectUri, state });
    },
  };
}
