import { completenesses } from '../../core/backup/backup.ts';
import { backupStates } from '../../core/backup/policy.ts';
import { policyChangeKinds, policyTargetKinds } from '../../core/backup/policy-diff.ts';
import { policyKindNames } from '../../core/backup/policy-kinds.ts';
import { toEnum } from '../enums.ts';

export const PolicyKind = toEnum('PolicyKind', 'A kind of policy that backups keep.', policyKindNames);

export const PolicyChangeKind = toEnum(
  'PolicyChangeKind',
  'What became of one thing that a policy says.',
  policyChangeKinds,
);

export const PolicyTargetKind = toEnum(
  'PolicyTargetKind',
  'Who gets a policy, or is left out of it.',
  policyTargetKinds,
);

export const BackupCompleteness = toEnum(
  'BackupCompleteness',
  'Whether a backup holds everything it was to hold.',
  completenesses,
  {
    complete: 'Everything was read whole, or does not exist in this directory.',
    partial: 'Something could not be read: the backup says nothing about it.',
  },
);

export const BackupState = toEnum(
  'BackupState',
  'How well a tenant’s configuration is backed up.',
  backupStates,
  {
    protected: 'The latest backup is complete and not older than 36 hours.',
    stale: 'The last complete backup is older than 36 hours.',
    partial: 'The latest backup is not complete.',
    never: 'There is no backup.',
  },
);
