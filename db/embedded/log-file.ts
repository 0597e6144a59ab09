import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Two files of this size (bytes) hold weeks of a healthy server's log and limit a failing one's. */
const maximumBytes = 5 * 1024 * 1024;
/** As many lines as a person reads to find out why a server did not start. */
const keptLines = 12;

export interface LogFile {
  /** Never throws: a full disk must not take down the program that could report it. */
  append(line: string): void;
  lastLines(): readonly string[];
}

/**
 * PostgreSQL's log, limited in size: a full file is kept next to the new one as `<path>.1`. Written synchronously,
 * because the last lines before an exit are the ones that matter; at log level WARNING there are few.
 */
export function createLogFile(path: string): LogFile {
  let lastLines: readonly string[] = [];
  return {
    append: (line) => {
      lastLines = [...lastLines, line].slice(-keptLines);
      try {
        appendFileSync(path, `${line}\n`);
        if (statSync(path).size > maximumBytes) renameSync(path, `${path}.1`);
      } catch {
        // Not reported on purpose: see append.
      }
    },
    lastLines: () => lastLines,
  };
}
