import type { Viewer } from '../../core/access/access.ts';
import type { Db } from '../../db/engine/client.ts';
import { listConnectionsById, listConnectionsOfTenants } from '../../db/connections/connections.ts';
import {
  listCredentialCandidates,
  listCredentialMetadata,
  listCredentialStates,
} from '../../db/connections/credentials.ts';
import { assertCapability } from '../access/assert-capability.ts';
import type { ReadFor } from '../access/view-source.ts';

const shown =
  <R>(list: (db: Db, viewer: Viewer, ids: readonly number[]) => Promise<R>) =>
  async ({ db, viewer }: ReadFor, ids: readonly number[]): Promise<R> => {
    // Every role has it, but a token may not: so the scopes are what to check.
    assertCapability('owner', viewer, 'provider.view');
    return await list(db, viewer, ids);
  };

/** The part of a View (../view.ts) that shows connections and what may be known about their credentials. */
export const connectionReads = {
  connectionsById: shown(listConnectionsById),
  connectionsOfTenants: shown(listConnectionsOfTenants),
  credentialMetadata: shown(listCredentialMetadata),
  credentialCandidates: shown(listCredentialCandidates),
  credentialStates: shown(listCredentialStates),
};
