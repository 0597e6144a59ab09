import { cloudLabels, cloudNames, isCloudName } from '../core/clouds.ts';
import { tokenPathsOf, type TokenFile } from '../core/connections/token-files.ts';
import { credentialRules } from '../core/credential-rules.ts';
import { inspectCertificate } from '../core/credential-shape.ts';
import type { Database } from '../db/client.ts';
import type { Keyring } from '../db/envelope.ts';
import type { Queue } from '../db/queue.ts';
import { activateCredential } from '../flows/activate-credential.ts';
import { createConnection } from '../flows/create-connection.ts';
import { deleteCredential } from '../flows/delete-credential.ts';
import { discardCandidate } from '../flows/discard-candidate.ts';
import { makeDefaultConnection } from '../flows/make-default-connection.ts';
import { rehearseCredential } from '../flows/rehearse-credential.ts';
import { setCredential } from '../flows/set-credential.ts';
import { updateConnection } from '../flows/update-connection.ts';
import { toAdminConsentUrl } from '../providers/microsoft/admin-consent.ts';
import type { Clouds } from '../providers/microsoft/clouds.ts';
import type { ConnectionFlows } from '../schema/provider-connection/connection-flows.ts';
import { consentReturnPath } from './consent.ts';

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
