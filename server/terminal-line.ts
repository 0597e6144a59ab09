import { levels } from 'pino';

interface Line {
  readonly level: number;
  /** When it was written, in milliseconds since 1970. */
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly type?: string; readonly message?: string; readonly stack?: string };
  readonly [fact: string]: unknown;
}

/** A line of the log for a person at a terminal: when, how bad, the sentence, and what else is known. */
export function toTerminalLine(json: string): string {
  const { level, time, msg = '', err, ...facts } = JSON.parse(json) as Line;
  const more = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`;
  const error = err === undefined ? '' : `\n${err.stack ?? `${err.type ?? 'Error'}: ${err.message ?? ''}`}`;
  const at = new Date(time).toTimeString().slice(0, 'hh:mm:ss'.length);
  return `${at} ${levels.labels[level] ?? level}: ${msg}${more}${error}\n`;
}
