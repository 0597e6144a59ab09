import { check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { credentialTypes, type CredentialDetails } from '../../core/connections/connection.ts';
import { providerConnections } from './connections.ts';
import { operationRuns } from './runs.ts';
import { bytea, id, ref, at, createdAt, oneOf, isEnvelope } from './columns.ts';

/**
 * A credential that is being tried out next to the one in use: encrypted and bound like it, so that it can be swapped
 * in as it is.
 */
export const providerCredentialCandidates = pgTable(
  'provider_credential_candidates',
  {
    id: id(),
    providerConnectionId: ref('provider_connection_id')
      .notNull()
      .unique('provider_credential_candidates_connection_unique')
      .references(() => providerConnections.id),
    /** The run that tests it; its report says whether it works. */
    rehearsalRunId: ref('rehearsal_run_id')
      .notNull()
      .references(() => operationRuns.id),
    type: text('type', { enum: credentialTypes }).notNull(),
    clientId: text('client_id').notNull(),
    payload: bytea('payload').notNull(),
    keyId: text('key_id').notNull(),
    expiresAt: at('expires_at'),
    details: jsonb('details').$type<CredentialDetails>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    index('provider_credential_candidates_run_idx').on(t.rehearsalRunId),
    check('provider_credential_candidates_type_known', oneOf(t.type, credentialTypes)),
    check('provider_credential_candidates_payload_is_envelope', isEnvelope(t.payload)),
  ],
);
