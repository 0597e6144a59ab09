import { cloudNames, isCloudName } from '../core/clouds.ts';
import type { Database } from '../db/client.ts';
import type { Keyring } from '../db/envelope.ts';
import type { Queue } from '../db/queue.ts';
import { activateCredential } from '../flows/activate-credential.ts';
import { createConnection } from '../flows/create-connection.ts';
import { deleteCredential } from '../flows/delete-credential.ts';
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
  readonly tokenFolders: readonly string[];
  readonly publicUrl: string;
  readonly now: () => Date;
}

export function bindConnectionFlows(parts: ConnectionFlowParts): ConnectionFlows {
  const known = { ...parts, clouds: cloudNames.filter((name) => parts.clouds.has(name)) };
  return {
    createConnection: (viewer, request) => createConnection(known, viewer, request),
    updateConnection: (viewer, request) => updateConnection(known, viewer, request),
    makeDefaultConnection: (viewer, connectionId) => makeDefaultConnection(known, viewer, connectionId),
    setCredential: (viewer, request) => setCredential(known, viewer, request),
    deleteCredential: (viewer, connectionId) => deleteCredential(known, viewer, connectionId),
    rehearseCredential: (viewer, request) => rehearseCredential(known, viewer, request),
    activateCredential: (viewer, request) => activateCredential(known, viewer, request),
    adminConsentUrl: ({ cloud: name, entraTenantId }, clientId, state) => {
      const cloud = isCloudName(name) ? parts.clouds.get(name) : undefined;
      if (cloud === undefined) return null;
      const redirectUri = `${parts.publicUrl}${consentReturnPath}`;
      return toAdminConsentUrl(cloud, { entraTenantId, clientId, redirectUri, state });
    },
  };
}
