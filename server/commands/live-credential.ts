import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { shapeCredential, type CredentialInput } from '../../core/connections/credential-shape.ts';
import type { ProviderSecret } from '../../core/provider/provider.ts';
import { readPfx } from '../../providers/microsoft/sign-in/pfx.ts';
import { systemClock } from '../clock.ts';
import { StartupError } from '../config/startup-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const variables = {
  type: 'VERIFY_CLIENT_SECRET',
  clientId: 'VERIFY_CLIENT_ID',
  tenantId: 'VERIFY_TENANT',
  clientSecret: 'VERIFY_CLIENT_SECRET',
  expiresAt: 'VERIFY_CLIENT_SECRET',
  certificatePem: 'VERIFY_CERTIFICATE_FILE',
  privateKeyPem: 'VERIFY_PRIVATE_KEY_FILE',
  pfxBase64: 'VERIFY_PFX_FILE',
  pfxPassword: 'VERIFY_PFX_PASSWORD',
  tokenFile: 'VERIFY_FEDERATED_TOKEN_FILE',
} as const satisfies Record<keyof CredentialInput, string>;

/** The credential of a live verification, read as the API reads one. Throws StartupError with what is wrong. */
export async function readLiveCredential(
  environment: Environment,
  { clientId, entraTenantId }: { readonly clientId: string; readonly entraTenantId: string },
): Promise<ProviderSecret> {
  const input = { clientId, ...(await readInput(environment)) };
  // Anyone who can start this may read the machine’s files.
  const tokenPaths = 'tokenFile' in input ? [input.tokenFile] : [];
  const shape = shapeCredential(input, { now: systemClock(), entraTenantId, tokenPaths, readPfx });
  if (shape.kind === 'usable') return shape.secret;
  throw new StartupError(`${variables[shape.field]}: ${shape.message}`);
}

async function readInput(environment: Environment) {
  const clientSecret = environment['VERIFY_CLIENT_SECRET'];
  if (clientSecret) return { type: 'client_secret', clientSecret } as const;
  const tokenFile = environment['VERIFY_FEDERATED_TOKEN_FILE'];
  if (tokenFile) return { type: 'federated', tokenFile: path.resolve(tokenFile) } as const;
  const pfxFile = environment['VERIFY_PFX_FILE'];
  if (pfxFile) {
    const pfxBase64 = (await read(pfxFile)).toString('base64');
    return {
      type: 'certificate',
      pfxBase64,
      pfxPassword: environment['VERIFY_PFX_PASSWORD'] ?? null,
    } as const;
  }
  const certificateFile = environment['VERIFY_CERTIFICATE_FILE'];
  const keyFile = environment['VERIFY_PRIVATE_KEY_FILE'];
  if (certificateFile) {
    const certificatePem = (await read(certificateFile)).toString('utf8');
    const privateKeyPem = keyFile ? (await read(keyFile)).toString('utf8') : null;
    return { type: 'certificate', certificatePem, privateKeyPem } as const;
  }
  throw new StartupError(
    'Set VERIFY_CLIENT_SECRET, or VERIFY_CERTIFICATE_FILE and VERIFY_PRIVATE_KEY_FILE, or VERIFY_PFX_FILE, or VERIFY_FEDERATED_TOKEN_FILE.',
  );
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new StartupError(`${file} cannot be read.`, { cause: error });
  }
}
