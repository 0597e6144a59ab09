import { capabilityChecks, gdapChecks } from './capability-checks.ts';
import { expiryChecks } from './expiry-checks.ts';
import { intuneChecks } from './intune-checks.ts';
import { permissionChecks } from './permission-checks.ts';
import { preflightChecks } from './preflight-checks.ts';
import { signInChecks } from './sign-in-checks.ts';

/** The checks of `provider.connection.check`, in the order they are run and shown. Keys are public and never change. */
export const verificationChecks = [
  ...preflightChecks,
  ...signInChecks,
  ...permissionChecks,
  ...expiryChecks,
  ...intuneChecks,
  ...capabilityChecks,
  ...gdapChecks,
] as const;

export type VerificationCheckKey = (typeof verificationChecks)[number]['key'];
