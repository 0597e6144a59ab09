import type { TenantPermission } from '../tenants/tenant.ts';
import { permissionStates, type PermissionState } from './permission-profiles.ts';
import { isOverdue } from './propagation.ts';

/** What a permission asks of its reader, most urgent first. */
export const permissionNeeds = ['act', 'wait', 'unknown', 'nothing'] as const;
export type PermissionNeed = (typeof permissionNeeds)[number];

export interface PermissionMeaning {
  readonly need: PermissionNeed;
  /** What the state means and what to do about it, as a sentence. */
  readonly meaning: string;
}

const meanings: Record<PermissionState, PermissionMeaning> = {
  effective: { need: 'nothing', meaning: 'Granted and effective in Microsoft Graph.' },
  granted_not_yet_effective: {
    need: 'wait',
    meaning:
      'Granted, but not yet effective in Microsoft Graph. This takes minutes, sometimes hours: wait; do not grant it again.',
  },
  revoked_still_effective: {
    need: 'act',
    meaning: 'Revoked; it works only until the current token expires. Grant it again before then.',
  },
  missing: {
    need: 'act',
    meaning: 'Not granted. The customer’s administrator must consent to it.',
  },
  unverifiable: {
    need: 'unknown',
    meaning: 'Could not be read this time. The next verification checks it again.',
  },
};

/** After a day, no one is told to keep waiting; the checks do not say so either. */
const refused: PermissionMeaning = {
  need: 'act',
  meaning:
    'Granted for more than a day, but Microsoft Graph still refuses it. Check the enterprise application and the licenses.',
};

/** A state stored by a newer version is not interpreted. */
export function meaningOf(
  permission: Pick<TenantPermission, 'state' | 'grantedSince' | 'checkedAt'>,
): PermissionMeaning {
  const state = permissionStates.find((known) => known === permission.state) ?? 'unverifiable';
  const isRefused =
    state === 'granted_not_yet_effective' && isOverdue(permission.grantedSince, permission.checkedAt);
  return isRefused ? refused : meanings[state];
}
