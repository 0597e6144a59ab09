import { permissionProfiles, toStandings, type PermissionState } from '../permission-profiles.ts';
import type { Pointer } from '../provider.ts';
import type { PermissionStanding } from '../permission-profiles.ts';
import {
  fail,
  isRefusal,
  judgeIfRead,
  pass,
  unknown,
  warn,
  type CheckDefinition,
  type Facts,
} from './check.ts';

/** The checks of `provider.connection.check`, in the order they are run and shown. Keys are public and never change. */
export const verificationChecks = [
  {
    key: 'config.connection',
    title: 'Provider connection',
    blocking: true,
    dependsOn: [],
    needs: [],
    connection: 'must_pass',
    judge: () => pass('A provider connection is set up and enabled.'),
  },
  {
    key: 'config.credential',
    title: 'Credential',
    blocking: true,
    dependsOn: ['config.connection'],
    needs: [],
    connection: 'must_pass',
    judge: () => pass('The connection has a credential that can be decrypted.'),
  },
  {
    key: 'token.acquire',
    title: 'Sign-in to the directory',
    blocking: true,
    dependsOn: ['config.credential'],
    needs: ['token'],
    connection: 'must_pass',
    judge: ({ evidence: { token } }) => {
      if (token === undefined) throw new TypeError('the check was judged before token was collected');
      if (token.kind === 'read') return pass('Entra issued an access token.', token.pointers);
      return isRefusal(token.reason)
        ? fail(token.reason, token.pointers)
        : unknown(token.reason, token.pointers);
    },
  },
  {
    key: 'token.claims',
    title: 'Token for the right directory and app',
    blocking: true,
    dependsOn: ['token.acquire'],
    needs: ['token'],
    connection: 'must_not_fail',
    judge: judgeIfRead('token', ({ claims }, pointers, { entraTenantId, clientId }) => {
      if (claims === null) return unknown('token.opaque', pointers);
      const mismatch = mismatches([
        ['tid', claims.tid, entraTenantId],
        ['appid', claims.appid, clientId],
      ]);
      if (mismatch.length > 0) return fail('token.claims_mismatch', mismatch);
      if (claims.roles.length === 0) return fail('consent.missing', pointers);
      return pass(`The token carries ${claims.roles.length} application permissions.`, pointers);
    }),
  },
  {
    key: 'tenant.identity',
    title: 'Directory identity',
    blocking: true,
    dependsOn: ['token.claims'],
    needs: ['organization'],
    connection: 'must_pass',
    judge: judgeIfRead('organization', ({ id, displayName }, pointers, { entraTenantId }) => {
      const reached = { kind: 'directory_id', value: id };
      if (id.toLowerCase() !== entraTenantId) return fail('tenant.target_mismatch', [reached, ...pointers]);
      return pass(`Microsoft Graph answers for ${displayName ?? id}.`, [reached, ...pointers]);
    }),
  },
  {
    key: 'app.service_principal',
    title: 'Application in the directory',
    blocking: true,
    dependsOn: ['tenant.identity'],
    needs: ['service_principal'],
    connection: 'must_not_fail',
    judge: judgeIfRead('service_principal', ({ servicePrincipal }, pointers) => {
      if (servicePrincipal === null) return fail('app.service_principal_missing', pointers);
      const found = [{ kind: 'service_principal_id', value: servicePrincipal.id }, ...pointers];
      return servicePrincipal.accountEnabled
        ? pass('The application’s service principal is present and enabled.', found)
        : fail('app.disabled', found);
    }),
  },
  {
    key: 'consent.app_roles',
    title: 'Application permissions',
    blocking: false,
    dependsOn: ['tenant.identity'],
    needs: ['token', 'app_role_assignments'],
    connection: 'irrelevant',
    judge: (facts) => {
      const standings = permissionStandings(facts);
      const evidence = [...permissionEvidence(standings), ...assignmentPointers(facts)];
      const some = (state: PermissionState) => standings.some((standing) => standing.state === state);
      if (some('missing')) return fail('permission.missing', evidence);
      if (some('unverifiable')) return unknown('permissions.unverifiable', evidence);
      if (some('granted_not_yet_effective')) return warn('permission.not_yet_effective', evidence);
      if (some('revoked_still_effective')) return warn('permission.revoked_still_effective', evidence);
      return pass(`All ${standings.length} required permissions are granted and effective.`, evidence);
    },
  },
] as const satisfies readonly CheckDefinition[];

export type VerificationCheckKey = (typeof verificationChecks)[number]['key'];

/** The tenant's required permissions against what token and directory say; all `unverifiable` when neither was read. */
export function permissionStandings({ evidence }: Pick<Facts, 'evidence'>): PermissionStanding[] {
  const { token, app_role_assignments: assignments } = evidence;
  return toStandings(permissionProfiles.read, {
    token: token?.kind === 'read' ? (token.value.claims?.roles ?? null) : null,
    directory: assignments?.kind === 'read' ? assignments.value.granted : null,
  });
}

function permissionEvidence(standings: readonly PermissionStanding[]): Pointer[] {
  return standings
    .filter(({ state }) => state !== 'effective')
    .map(({ permission, state }) => ({ kind: `permission_${state}`, value: permission }));
}

function assignmentPointers({ evidence }: Facts): readonly Pointer[] {
  return evidence.app_role_assignments?.pointers ?? [];
}

/** A claim the token does not carry proves nothing either way; GUIDs differ in case between Microsoft's services. */
function mismatches(claims: readonly (readonly [string, string | null, string])[]): Pointer[] {
  return claims
    .filter(([, actual, expected]) => actual !== null && actual.toLowerCase() !== expected.toLowerCase())
    .map(([name, actual]) => ({ kind: `token_${name}`, value: actual ?? '' }));
}
