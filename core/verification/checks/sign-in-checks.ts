import type { Pointer } from '../../provider/provider.ts';
import { fail, isRefusal, judgeIfRead, pass, unknown, type CheckDefinition } from './check.ts';

/** Can the application sign in, to the right directory, and is it present there. */
export const signInChecks = [
  {
    key: 'token.acquire',
    title: 'Sign-in to the directory',
    blocking: true,
    dependsOn: ['config.credential', 'credential.local_shape', 'tenant.discovery'],
    needs: ['token'],
    connection: 'must_pass',
    judge: ({ evidence: { token }, credentialExpiresAt, now }) => {
      if (token === undefined) throw new TypeError('the check was judged before token was collected');
      if (token.kind === 'read') return pass('Entra issued an access token.', token.pointers);
      if (!isRefusal(token)) return unknown(token.reason, token.pointers);
      // Entra says that it has expired and not when; who handed it in may have.
      const isDated = credentialExpiresAt !== null && credentialExpiresAt <= now;
      const dated = token.reason === 'credential.secret_expired' && isDated;
      const expiredAt = dated ? [{ kind: 'expired_at', value: credentialExpiresAt.toISOString() }] : [];
      return fail(token.reason, [...expiredAt, ...token.pointers]);
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
      const { id, accountEnabled, appOwnerOrganizationId } = servicePrincipal;
      const found = [
        { kind: 'service_principal_id', value: id },
        ...(appOwnerOrganizationId === null
          ? []
          : [{ kind: 'app_owner_directory_id', value: appOwnerOrganizationId }]),
        ...pointers,
      ];
      return accountEnabled
        ? pass('The application’s service principal is present and enabled.', found)
        : fail('app.disabled', found);
    }),
  },
] as const satisfies readonly CheckDefinition[];

/** A claim the token does not carry proves nothing either way; GUIDs differ in case between Microsoft's services. */
function mismatches(claims: readonly (readonly [string, string | null, string])[]): Pointer[] {
  return claims
    .filter(([, actual, expected]) => actual !== null && actual.toLowerCase() !== expected.toLowerCase())
    .map(([name, actual]) => ({ kind: `token_${name}`, value: actual ?? '' }));
}
