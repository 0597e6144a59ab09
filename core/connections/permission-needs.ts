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
  effective: { need: 'nothing', meaning: 'Granted, and Microsoft Graph honours it.' },
  granted_not_yet_effective: {
    need: 'wait',
    meaning:
      'Granted, but Microsoft Graph does not honour it yet. That takes minutes, sometimes hours: wait, do not grant it again.',
  },
  revoked_still_effective: {
    need: 'act',
    meaning: 'Withdrawn, and works only until the token runs out. Grant it again before it stops.',
  },
  missing: {
    need: 'act',
    meaning: 'Not granted. An administrator of the customer has to consent to it.',
  },
  unverifiable: {
    need: 'unknown',
    meaning: 'Could not be read this time, so nothing is claimed. The next verification asks again.',
  },
};

/** A state that is stored by a newer version is not judged. */
export function meaningOf(state: string): PermissionMeaning {
  return meanings[permissionStates.find((known) => known === state) ?? 'unverifiable'];
}
