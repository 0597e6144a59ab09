import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Two files of this size (bytes) hold weeks of a healthy server's log and bound a sick one's. */
const maximumBytes = 5 * 1024 * 1024;
/** As many lines as a person reads to learn why a server did not start. */
const keptLines = 12;

export interface LogFile {
  /** Never throws: a full disk must not take down the program that could report it. */
  append(line: string): void;
  lastLines(): readonly string[];
}

/**
 * PostgreSQL's log, bounded: a full file is kept beside the new one as `<path>.1`. Written synchronously, because the last
 * lines before an end are the ones that matter; at log level WARNING they are few.
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
        // Said nowhere on purpose: see append.
      }
    },
    lastLines: () => lastLines,
  };
}
