import { EmbeddedPostgresError, hasErrorCode } from './embedded-postgres-error.ts';

/** Turns what PostgreSQL or the system reported into a sentence to act on, followed by the original message. */
export function explainFailure(
  directory: string,
  lastLines: readonly string[],
  cause?: unknown,
): EmbeddedPostgresError {
  if (cause instanceof EmbeddedPostgresError) return cause;
  const said = [...lastLines, ...(lastLines.length === 0 && cause instanceof Error ? [cause.message] : [])];
  const quoted = said.map((line) => `\n  ${line}`).join('');
  const [code, sentence] = judge(directory, said.join('\n'), cause);
  return new EmbeddedPostgresError(code, `${sentence}${quoted}`, { cause });
}

const unusable = (sentence: string) => ['data-directory-unusable', sentence] as const;

function judge(directory: string, words: string, cause: unknown) {
  if (/shared memory block .* is still in use|lock file "postmaster.pid" already exists/.test(words)) {
    return [
      'cluster-in-use',
      `${directory} is still in use by a previous PostgreSQL process; stop it or set DATA_DIR to another folder.`,
    ] as const;
  }
  if (/shared memory segment .*: No space left on device/.test(words)) {
    return [
      'not-started',
      `PostgreSQL has no room for its shared memory; give /dev/shm 256 MB (docker run --shm-size=256m).`,
    ] as const;
  }
  if (
    hasErrorCode(cause, 'ENOSPC') ||
    /No space left on device|Disk quota exceeded|Check free disk space/.test(words)
  ) {
    return unusable(
      `The disk that holds ${directory} is full; free some space or set DATA_DIR to a folder on another disk.`,
    );
  }
  if (
    hasErrorCode(cause, 'EACCES', 'EPERM', 'EROFS') ||
    /Permission denied|Read-only file system/.test(words)
  ) {
    return unusable(
      `${directory} is not writable by this user; start as its owner or set DATA_DIR to another folder.`,
    );
  }
  if (hasErrorCode(cause, 'EEXIST', 'ENOTDIR')) {
    return unusable(`${directory} is a file or lies below one; set DATA_DIR to a folder.`);
  }
  return [
    'not-started',
    `PostgreSQL did not start in ${directory}; its last output follows, and the full log is postgres.log in DATA_DIR.`,
  ] as const;
}
