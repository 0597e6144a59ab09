import type { CredentialSuspicion } from '../../provider/provider.ts';
import type { ReasonCode } from '../../reasons/reasons.ts';
import { fail, isRefusal, judgeIfRead, pass, unknown, warn, type CheckDefinition } from './check.ts';

/** What is learned before a credential leaves the process. */
export const preflightChecks = [
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
    key: 'credential.local_shape',
    title: 'Credential format',
    blocking: true,
    dependsOn: ['config.credential'],
    needs: ['credential_shape'],
    connection: 'must_not_fail',
    judge: ({ evidence: { credential_shape: shape } }) => {
      if (shape === undefined)
        throw new TypeError('the check was judged before the credential was looked at');
      if (shape.kind === 'unreadable') {
        return isRefusal(shape) ? fail(shape.reason, shape.pointers) : unknown(shape.reason, shape.pointers);
      }
      const [suspicion] = shape.value.suspicions;
      if (suspicion !== undefined) return warn(suspicionReasons[suspicion], shape.pointers);
      return pass('The credential is complete and has the right form.', shape.pointers);
    },
  },
  {
    key: 'tenant.discovery',
    title: 'Directory and cloud',
    blocking: true,
    dependsOn: ['config.credential'],
    needs: ['directory'],
    connection: 'must_not_fail',
    judge: judgeIfRead(
      'directory',
      ({ sightings, clockAheadSeconds }, pointers, { cloud, entraTenantId }) => {
        const here = sightings.find((sighting) => sighting.cloud === cloud);
        if (here === undefined) {
          if (sightings.length === 0) return fail('tenant.not_found', pointers);
          const elsewhere = sightings.map((sighting) => ({ kind: 'found_in_cloud', value: sighting.cloud }));
          return fail('tenant.wrong_cloud', [...elsewhere, ...pointers]);
        }
        const found = [
          { kind: 'directory_id', value: here.directoryId },
          ...(here.region === null ? [] : [{ kind: 'region', value: here.region }]),
          ...(clockAheadSeconds === null
            ? []
            : [{ kind: 'clock_ahead_seconds', value: String(clockAheadSeconds) }]),
          ...pointers,
        ];
        if (here.directoryId !== entraTenantId) return fail('tenant.target_mismatch', found);
        const isOff = clockAheadSeconds !== null && Math.abs(clockAheadSeconds) > toleratedSkewSeconds;
        return isOff ? warn('worker.clock_skew', found) : pass('The directory exists in this cloud.', found);
      },
    ),
  },
] as const satisfies readonly CheckDefinition[];

const suspicionReasons: Record<CredentialSuspicion, ReasonCode> = {
  looks_like_secret_id: 'credential.looks_like_secret_id',
  surrounding_whitespace: 'credential.secret_has_whitespace',
};

/** Entra refuses assertions that are five minutes old or more in the future. */
const toleratedSkewSeconds = 300;
