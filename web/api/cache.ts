import { InMemoryCache, type FieldFunctionOptions, type FieldPolicy, type Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { keysetList } from './keyset-list.ts';

/** Objects with an id are stored once: an event about a run changes every place that shows the run. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          workspace: knownById('Workspace'),
          tenant: knownById('Tenant'),
          operationRun: knownById('OperationRun'),
          providerConnection: knownById('ProviderConnection'),
          tenantOnboardingSession: knownById('TenantOnboardingSession'),
        },
      },
      Viewer: { keyFields: [] },
      Workspace: {
        fields: {
          verificationOverview: { merge: true },
          tenants: keysetList(['search', 'status', 'readiness', 'reason', 'orderBy']),
          operationRuns: keysetList(['types', 'status', 'outcome', 'tenantId']),
          findings: keysetList(['status', 'severity', 'tenantId']),
          onboardingSessions: relayStylePagination(['status']),
          members: relayStylePagination(),
          auditLog: keysetList([]),
        },
      },
      Tenant: {
        fields: {
          operationRuns: relayStylePagination(['types', 'status', 'outcome']),
          findings: relayStylePagination(['status', 'severity']),
          inventory: relayStylePagination(['kinds', 'includeGone']),
        },
      },
      // Has no id and belongs to its run: a list asks for its summary only, and must not throw away the checks.
      VerificationReport: { merge: true },
      VerificationSummary: { merge: true },
    },
  });
}

/** A page opened from a list shows at once what the list already knows. */
function knownById(typename: string): FieldPolicy<Reference | null> {
  return {
    read(existing, { args, toReference }: FieldFunctionOptions) {
      return existing === undefined
        ? toReference({ __typename: typename, id: String(args?.['id']) })
        : existing;
    },
  };
}
