import type { Viewer } from '../../core/access/access.ts';
import type { Db } from '../../db/engine/client.ts';
import { listConnectionsById, listConnectionsOfTenants } from '../../db/connections/connections.ts';
import {
  listCredentialCandidates,
  listCredentialMetadata,
  listCredentialStates,
} from '../../db/connections/credentials.ts';
import { assertCapability } from '../access/assert-capability.ts';

/** The part of a View (../view.ts) that shows connections and what may be known of their credentials. */
export function createConnectionsView(db: Db, viewer: Viewer) {
  return {
    connectionsById: (ids: readonly number[]) => listConnectionsById(db, viewer, ids),
    connectionsOfTenants: (ids: readonly number[]) => listConnectionsOfTenants(db, viewer, ids),
    credentialMetadata: async (connectionIds: readonly number[]) => {
      // Every role holds it, a token may not: so the scopes are what there is to ask.
      assertCapability('owner', viewer, 'provider.view');
      return await listCredentialMetadata(db, viewer, connectionIds);
    },
    credentialCandidates: async (connectionIds: readonly number[]) => {
      assertCapability('owner', viewer, 'provider.view');
      return await listCredentialCandidates(db, viewer, connectionIds);
    },
    credentialStates: (connectionIds: readonly number[]) => listCredentialStates(db, viewer, connectionIds),
  };
}
