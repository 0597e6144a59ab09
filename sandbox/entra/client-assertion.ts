import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  exportJWK,
  jwtVerify,
  type JWTPayload,
} from 'jose';
import { EntraRefusal } from './entra-refusal.ts';
import { now, type Application, type Certificate, type Cloud, type Tenant } from '../state.ts';

/**
 * Verifies a JWT that stands in for a secret, as strictly as Entra does: a certificate's assertion is signed by the
 * application itself (issuer = subject = client id), a federated one by someone else's issuer.
 */
export async function verifyClientAssertion(
  cloud: Cloud,
  tenant: Tenant,
  application: Application,
  assertion: string,
): Promise<void> {
  const claims = decodeClaims(assertion);
  const isOwn = claims.iss === application.appId && claims.sub === application.appId;
  await (isOwn
    ? verifyCertificateAssertion(cloud, tenant, application, assertion)
    : verifyFederatedAssertion(cloud, application, assertion, claims));
}

async function verifyCertificateAssertion(
  cloud: Cloud,
  tenant: Tenant,
  application: Application,
  assertion: string,
): Promise<void> {
  const certificate = findCertificate(application, decodeProtectedHeader(assertion)['x5t#S256']);
  const moment = now(cloud.state);
  if (moment < certificate.startDateTime || moment > certificate.endDateTime) throw new EntraRefusal(700027);
  const { payload } = await verify(assertion, () => certificate.publicKey, {
    algorithms: ['PS256'],
    audience: `${cloud.origin}/${tenant.id}/oauth2/v2.0/token`,
    requiredClaims: ['exp', 'nbf'],
    currentDate: moment,
  });
  spendOnce(cloud, payload);
}

/** `x5t#S256` is base64url(SHA-256(DER)); anything else names a certificate this application does not have. */
function findCertificate(application: Application, x5t: unknown): Certificate {
  const found = application.certificates.find(
    ({ thumbprint }) => Buffer.from(thumbprint, 'hex').toString('base64url') === x5t,
  );
  if (found === undefined) throw new EntraRefusal(700027);
  return found;
}

function spendOnce(cloud: Cloud, { jti }: JWTPayload): void {
  if (jti === undefined) throw new EntraRefusal(90014);
  if (cloud.state.usedAssertions.has(jti)) throw new EntraRefusal(50012);
  cloud.state.usedAssertions.add(jti);
}

async function verifyFederatedAssertion(
  cloud: Cloud,
  application: Application,
  assertion: string,
  { iss, sub, aud }: JWTPayload,
): Promise<void> {
  const sameIssuer = application.federatedCredentials.filter(
    ({ issuer, audience }) => issuer === iss && audience === aud,
  );
  if (!sameIssuer.some(({ subject }) => subject === sub)) {
    const differsInCase = sameIssuer.some(({ subject }) => subject.toLowerCase() === sub?.toLowerCase());
    throw new EntraRefusal(differsInCase ? 7002138 : 70021);
  }
  // Only this sandbox's own workload issuer has keys that can be read without leaving the machine.
  if (iss !== workloadIssuer(cloud)) throw new EntraRefusal(90061);
  const { keyId, publicKey } = cloud.workloadKey;
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256' }] });
  await verify(assertion, keys, {
    algorithms: ['RS256'],
    requiredClaims: ['exp'],
    currentDate: now(cloud.state),
  });
}

export function workloadIssuer({ origin }: Cloud): string {
  return `${origin}/workload`;
}

function decodeClaims(assertion: string): JWTPayload {
  try {
    return decodeJwt(assertion);
  } catch {
    throw new EntraRefusal(50012);
  }
}

/** Entra forgives five minutes of clock difference; MSAL needs it, for it rounds the present second up. */
const clockToleranceSeconds = 300;

async function verify(
  ...[assertion, key, options]: Parameters<typeof jwtVerify>
): ReturnType<typeof jwtVerify> {
  try {
    return await jwtVerify(assertion, key, { ...options, clockTolerance: clockToleranceSeconds });
  } catch (error) {
    const isAboutTime = error instanceof errors.JWTExpired || claimOf(error) === 'nbf';
    throw new EntraRefusal(isAboutTime ? 700024 : 700027);
  }
}

function claimOf(error: unknown): string | null {
  return error instanceof errors.JWTClaimValidationFailed ? error.claim : null;
}
