import { permissionStates, type PermissionState } from './permission-profiles.ts';

/** What a permission asks of its reader, the most urgent first. */
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

/** A state that is stored by a newer version is not judged. */
export function meaningOf(state: string): PermissionMeaning {
  return meanings[permissionStates.find((known) => known === state) ?? 'unverifiable'];
}
