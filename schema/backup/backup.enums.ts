import { completenesses, setOrigins } from '../../core/backup/backup.ts';
import { backupStates } from '../../core/backup/policy.ts';
import { policyChangeKinds, policyTargetKinds } from '../../core/backup/policy-diff.ts';
import { policyKindNames } from '../../core/backup/policy-kinds.ts';
import { partStatuses } from '../../core/backup/timeline.ts';
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

export const BackupSetOrigin = toEnum('BackupSetOrigin', 'What a backup was taken for.', setOrigins, {
  pre_restore: 'To undo a restore.',
  import: 'It came from a file.',
});

export const BackupPartStatus = toEnum(
  'BackupPartStatus',
  'How the reading of one kind came out.',
  partStatuses,
  {
    read: 'All of it was read.',
    partial: 'Some policies could not be read whole.',
    unreadable: 'It could not be read; the reason says why.',
    not_applicable: 'Microsoft has none of it in this directory; the reason says why.',
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
